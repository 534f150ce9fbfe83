using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>How an action ended.</summary>
public enum AuditResult
{
    /// <summary>成功</summary>
    Done = 0,

    /// <summary>被拒绝</summary>
    Refused = 1,

    /// <summary>故障</summary>
    Fault = 2,
}

internal static class AuditResultWords
{
    public static string Chinese(this AuditResult result) => result switch
    {
        AuditResult.Done => "成功",
        AuditResult.Refused => "被拒绝",
        AuditResult.Fault => "故障",
        _ => throw new ArgumentOutOfRangeException(nameof(result), result, "Not a way in which an action ends."),
    };
}

/// <summary>One line of the audit trail: who tried what, when, and how it ended. Appended, never changed, never deleted.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; }

    /// <summary>UTC, to the millisecond.</summary>
    public DateTime At { get; init; }

    /// <summary>The person; null for a client, the system or somebody who has not signed in.</summary>
    public Guid? PersonId { get; init; }

    public string PersonName { get; init; } = "";

    public string InstitutionName { get; init; } = "";

    /// <summary>Null as <see cref="PersonId"/> is.</summary>
    public Guid? InstitutionId { get; init; }

    /// <summary>The use case, such as SubmitApplication.</summary>
    public string Action { get; init; } = "";

    /// <summary>The use case in Chinese.</summary>
    public string Title { get; init; } = "";

    /// <summary>The record concerned; null when there is none.</summary>
    public Guid? SubjectId { get; init; }

    public AuditResult Result { get; init; }

    /// <summary>The codes of the rules that refused it, separated by commas; empty when none did.</summary>
    public string Codes { get; init; } = "";

    /// <summary>What was said or changed, shortened; never a password, a file's content or a whole mobile number.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The caller's network address; empty for background work.</summary>
    public string Address { get; init; } = "";

    /// <summary>One for each rule that refused it; loaded by nobody, written with the entry.</summary>
    public ICollection<AuditEntryCode> RefusedBy { get; init; } = [];

    /// <summary>The seal that covers this entry; null until the sealer comes by.</summary>
    public int? SealNumber { get; private set; }
}

/// <summary>One rule that refused something: kept beside the entry, so that counting by rule reads an index and no texts.</summary>
public sealed class AuditEntryCode
{
    public Guid EntryId { get; init; }

    /// <summary>Such as R07-1; advice, which refuses nothing, is not among them.</summary>
    public required string Code { get; init; }

    /// <summary>The entry's time, UTC.</summary>
    public DateTime At { get; init; }
}

internal sealed class AuditEntryConfig : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditEntryCode>
{
    public const int DetailLength = 2000;

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditEntries");
        entry.Property(e => e.PersonName).HasMaxLength(80);
        entry.Property(e => e.InstitutionName).HasMaxLength(100);
        entry.Property(e => e.Action).HasMaxLength(80).IsUnicode(false);
        entry.Property(e => e.Title).HasMaxLength(80);
        entry.Property(e => e.Codes).HasMaxLength(200).IsUnicode(false);
        entry.Property(e => e.Detail).HasMaxLength(DetailLength);
        entry.Property(e => e.Address).HasMaxLength(64).IsUnicode(false);
        entry.HasMany(e => e.RefusedBy).WithOne().HasForeignKey(c => c.EntryId);
        entry.HasIndex(e => new { e.At, e.Id });
        entry.HasIndex(e => new { e.SubjectId, e.At });
        entry.HasIndex(e => new { e.PersonId, e.At });
        entry.HasIndex(e => new { e.Result, e.At });
        entry.HasIndex(e => new { e.SealNumber, e.At });
    }

    public void Configure(EntityTypeBuilder<AuditEntryCode> code)
    {
        code.ToTable("AuditEntryCodes");
        code.HasKey(c => new { c.EntryId, c.Code });
        code.Property(c => c.Code).HasMaxLength(20).IsUnicode(false);
        code.HasIndex(c => new { c.Code, c.At });
    }
}
