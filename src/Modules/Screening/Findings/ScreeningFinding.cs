using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Findings;

/// <summary>What R06-3 makes of a text with hits.</summary>
internal enum FindingLevel
{
    /// <summary>提示</summary>
    Advice = 1,

    /// <summary>违规字样: the name of an account that the employee applied for.</summary>
    Finding = 2,
}

/// <summary>What people made of it.</summary>
internal enum FindingState
{
    /// <summary>待确认</summary>
    Open = 1,

    /// <summary>已列为例外: the same text was dismissed before.</summary>
    Excepted = 2,

    /// <summary>已确认: a case is open, or was (R06-4).</summary>
    Confirmed = 3,

    /// <summary>误报</summary>
    Dismissed = 4,
}

/// <summary>Beside the branch's last file before: see <see cref="Run.EarlierFiles"/>.</summary>
internal enum Comparison
{
    /// <summary>新增, or nothing to compare with.</summary>
    New = 1,

    /// <summary>仍存在</summary>
    Still = 2,
}

/// <summary>
/// A text of an employee's account in which the screener found something. Kept for good; rows without a hit are kept nowhere.
/// </summary>
internal sealed class ScreeningFinding : IVersioned
{
    public Guid Id { get; init; }

    public Guid FileId { get; init; }

    /// <summary>The row as a spreadsheet shows it, from 1, the heading included.</summary>
    public int RowNumber { get; init; }

    public AccountField Field { get; init; }

    public AccountKind Kind { get; init; }

    public required string EmployeeNumber { get; init; }

    /// <summary>Empty when the file does not say.</summary>
    public required string EmployeeName { get; init; }

    public Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    public Guid ManagingBranchId { get; init; }

    public required string ManagingBranchName { get; init; }

    public Guid? Tier1BranchId { get; init; }

    /// <summary>As it stood in the file, blanks at the ends left out.</summary>
    public required string Text { get; init; }

    public FindingLevel Level { get; init; }

    /// <summary>The terms found, joined by 、.</summary>
    public required string Terms { get; init; }

    /// <summary>All that was seen through.</summary>
    public Disguise Disguise { get; init; }

    /// <summary>The hits with their places: see <see cref="HitNotes"/>.</summary>
    public required string Notes { get; init; }

    /// <summary>Employee, kind, field and text: the same finding in another file has the same.</summary>
    public required string MatchKey { get; init; }

    public FindingState State { get; set; }

    public Comparison Comparison { get; set; } = Comparison.New;

    public int Version { get; set; } = 1;
}

internal sealed class ScreeningFindingConfig : IEntityTypeConfiguration<ScreeningFinding>
{
    public const int EmployeeNumberLength = 20;
    public const int EmployeeNameLength = 40;
    public const int TextLength = 1000;
    public const int TermsLength = 300;
    public const int NotesLength = 4000;

    public void Configure(EntityTypeBuilder<ScreeningFinding> finding)
    {
        finding.ToTable("ScreeningFindings");
        finding.Property(f => f.EmployeeNumber).HasMaxLength(EmployeeNumberLength);
        finding.Property(f => f.EmployeeName).HasMaxLength(EmployeeNameLength);
        finding.Property(f => f.InstitutionName).HasMaxLength(100);
        finding.Property(f => f.ManagingBranchName).HasMaxLength(100);
        finding.Property(f => f.Text).HasMaxLength(TextLength);
        finding.Property(f => f.Terms).HasMaxLength(TermsLength);
        finding.Property(f => f.Notes).HasMaxLength(NotesLength);
        finding.Property(f => f.MatchKey).HasMaxLength(MatchKeys.Length).IsUnicode(false).ComparedByBits();
        // A worker that was cut off and one that goes on can't both write a row.
        finding.HasIndex(f => new { f.FileId, f.RowNumber, f.Field }).IsUnique();
        finding.HasIndex(f => new { f.FileId, f.MatchKey });
        finding.HasIndex(f => new { f.FileId, f.ManagingBranchId });
        finding.HasOne<ScreeningFile>().WithMany().HasForeignKey(f => f.FileId);
    }
}

/// <summary>Who sees which findings: the managing branch, its tier-1 branch, and whoever sees all institutions.</summary>
internal static class FindingVisibility
{
    public static IQueryable<ScreeningFinding> VisibleTo(this IQueryable<ScreeningFinding> findings, CurrentPerson me) =>
        me.SeesAllInstitutions ? findings : findings.Where(f => f.ManagingBranchId == me.InstitutionId || f.Tier1BranchId == me.InstitutionId);
}

internal static class FindingWords
{
    public static string Chinese(this FindingLevel level) => level == FindingLevel.Finding ? "违规字样" : "提示";

    public static string Tone(this FindingLevel level) => level == FindingLevel.Finding ? "stop" : "warn";

    public static string Chinese(this FindingState state) => state switch
    {
        FindingState.Open => "待确认",
        FindingState.Excepted => "已列为例外",
        FindingState.Confirmed => "已确认",
        FindingState.Dismissed => "误报",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a finding."),
    };

    public static string Tone(this FindingState state) => state switch
    {
        FindingState.Open => "wait",
        FindingState.Confirmed => "stop",
        _ => "quiet",
    };

    public static string Chinese(this Comparison comparison) => comparison == Comparison.New ? "新增" : "仍存在";
}
