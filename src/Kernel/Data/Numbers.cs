using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Kernel.Data;

/// <summary>A counter row for one series of numbers, such as ZC-2026.</summary>
internal sealed class NumberSeries
{
    public required string Series { get; init; }

    /// <summary>The number given last.</summary>
    public int Last { get; set; }
}

internal sealed class NumberSeriesConfig : IEntityTypeConfiguration<NumberSeries>
{
    public void Configure(EntityTypeBuilder<NumberSeries> series)
    {
        series.ToTable("NumberSeries");
        series.HasKey(s => s.Series);
        series.Property(s => s.Series).HasMaxLength(20).IsUnicode(false);
        series.Property(s => s.Last).HasColumnName("LastNumber");
    }
}

/// <summary>Gives out numbers that are unique for good; a command that fails afterwards leaves a gap.</summary>
public sealed class Numbers(IDbContextFactory<GovDbContext> contexts)
{
    /// <summary>The next number of a series (<paramref name="prefix"/>-<paramref name="year"/>), from 1.</summary>
    /// <returns>As it is written: ZC-2026-000123.</returns>
    public async Task<string> Next(string prefix, int year, CancellationToken cancel)
    {
        var series = $"{prefix}-{year}";
        while (true)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var number = await db.WriteAtOnce(
                () => db.Database.CreateExecutionStrategy().ExecuteAsync(() => Take(db, series, cancel)), cancel);
            if (number is not null)
            {
                return $"{series}-{number:000000}";
            }
        }
    }

    /// <summary>Null when another host started the series at the same moment.</summary>
    private static async Task<int?> Take(GovDbContext db, string series, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        int? number = 1;
        if (await db.Database.ExecuteSqlAsync($"UPDATE NumberSeries SET LastNumber = LastNumber + 1 WHERE Series = {series}", cancel) == 1)
        {
            number = await db.Set<NumberSeries>().Where(s => s.Series == series).Select(s => s.Last).SingleAsync(cancel);
        }
        else if (!await TryStart(db, series, cancel))
        {
            return null;
        }
        await transaction.CommitAsync(cancel);
        return number;
    }

    private static async Task<bool> TryStart(GovDbContext db, string series, CancellationToken cancel)
    {
        try
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO NumberSeries (Series, LastNumber) VALUES ({series}, 1)", cancel);
            return true;
        }
        catch (DbException taken) when (DatabaseErrors.IsUniqueViolation(taken))
        {
            return false;
        }
    }
}
