using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Approval.Steps;

/// <summary>One step in the life of a record. Written once, never changed.</summary>
internal sealed class TimelineEntry
{
    /// <summary>Room for a review's opinion with three reasons; what is longer is cut.</summary>
    public const int OpinionLength = 3000;

    public Guid Id { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The place among the steps of one command, which share their time; from 0.</summary>
    public required int Place { get; init; }

    /// <summary>Null when the system or a client did it.</summary>
    public Guid? PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string InstitutionName { get; init; }

    public required string DepartmentName { get; init; }

    public required string Step { get; init; }

    public required string Opinion { get; init; }

    /// <summary>1 to 20; null when none is concerned.</summary>
    public int? Article { get; init; }
}

internal sealed class TimelineEntryConfig : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> entry)
    {
        entry.ToTable("TimelineEntries");
        entry.Property(e => e.PersonName).HasMaxLength(ApprovalLengths.PersonName);
        entry.Property(e => e.InstitutionName).HasMaxLength(ApprovalLengths.InstitutionName);
        entry.Property(e => e.DepartmentName).HasMaxLength(ApprovalLengths.DepartmentName);
        entry.Property(e => e.Step).HasMaxLength(ApprovalLengths.Step);
        entry.Property(e => e.Opinion).HasMaxLength(TimelineEntry.OpinionLength);
        entry.HasIndex(e => new { e.SubjectId, e.At, e.Place });
    }
}
