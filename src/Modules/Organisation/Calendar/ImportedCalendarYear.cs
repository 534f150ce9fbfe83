using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>A year's arrangement that an administrator imported; it goes before the one that comes with the program (article 7).</summary>
internal sealed class ImportedCalendarYear : IVersioned
{
    public Guid Id { get; init; }

    public required int Year { get; init; }

    /// <summary>The whole arrangement known of the year, in the shape of <see cref="CalendarYear.ToJson"/>.</summary>
    public required string Json { get; set; }

    /// <summary>Where it is from: 国办发明电〔2026〕7号.</summary>
    public required string Source { get; set; }

    public required Guid ImportedById { get; set; }

    public required string ImportedByName { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime ImportedAt { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>The calendar that comes with the program, with the imported years over it.</summary>
    public static WorkCalendar CalendarOf(IEnumerable<ImportedCalendarYear> imported) => WorkCalendar.Shipped.With(
        imported.OrderBy(y => y.Year).SelectMany(y => CalendarYearFile.Parse(y.Json) is { IsGood: true } file
            ? file.Years
            : throw new InvalidOperationException($"The stored calendar of {y.Year} can't be read.")));
}

internal sealed class ImportedCalendarYearConfig : IEntityTypeConfiguration<ImportedCalendarYear>
{
    public const int SourceLength = 200;

    /// <summary>A year with every day named is a tenth of it.</summary>
    private const int JsonLength = 200_000;

    public void Configure(EntityTypeBuilder<ImportedCalendarYear> year)
    {
        year.ToTable("ImportedCalendarYears");
        year.HasIndex(y => y.Year).IsUnique();
        year.Property(y => y.Json).HasMaxLength(JsonLength);
        year.Property(y => y.Source).HasMaxLength(SourceLength);
        year.Property(y => y.ImportedByName).HasMaxLength(80);
    }
}
