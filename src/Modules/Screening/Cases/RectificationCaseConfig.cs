using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Findings;

namespace WeChatBankGov.Screening.Cases;

internal sealed class RectificationCaseConfig : IEntityTypeConfiguration<RectificationCase>
{
    public const int TextLength = 500;

    public void Configure(EntityTypeBuilder<RectificationCase> @case)
    {
        @case.ToTable("RectificationCases");
        @case.Property(c => c.Number).HasMaxLength(20).IsUnicode(false);
        @case.Property(c => c.OpenKey).HasMaxLength(40).IsUnicode(false).ComparedByBits();
        @case.Property(c => c.EmployeeNumber).HasMaxLength(ScreeningFindingConfig.EmployeeNumberLength);
        @case.Property(c => c.EmployeeName).HasMaxLength(ScreeningFindingConfig.EmployeeNameLength);
        @case.Property(c => c.InstitutionName).HasMaxLength(100);
        @case.Property(c => c.ManagingBranchName).HasMaxLength(100);
        @case.Property(c => c.Text).HasMaxLength(ScreeningFindingConfig.TextLength);
        @case.Property(c => c.Terms).HasMaxLength(ScreeningFindingConfig.TermsLength);
        @case.Property(c => c.Notes).HasMaxLength(ScreeningFindingConfig.NotesLength);
        @case.Property(c => c.OpenedByName).HasMaxLength(80);
        @case.Property(c => c.Explanation).HasMaxLength(TextLength);
        @case.Property(c => c.EvidenceFileName).HasMaxLength(160);
        @case.Property(c => c.EvidenceSha256).HasMaxLength(64).IsUnicode(false);
        @case.Property(c => c.EvidenceByName).HasMaxLength(80);
        @case.Property(c => c.FiledBy).HasMaxLength(2000).IsUnicode(false);
        @case.Property(c => c.ReturnReason).HasMaxLength(TextLength);
        @case.Property(c => c.ClosedByName).HasMaxLength(80);
        @case.Ignore(c => c.Filers);
        @case.HasIndex(c => c.OpenKey).IsUnique();
        @case.HasIndex(c => c.FindingId).IsUnique();
        @case.HasIndex(c => new { c.State, c.Due });
        @case.HasIndex(c => new { c.ManagingBranchId, c.State });
        @case.HasIndex(c => c.Tier1BranchId);
        @case.HasIndex(c => c.InstitutionId);
        @case.HasIndex(c => c.OpenedOn);
        @case.HasOne<ScreeningFinding>().WithMany().HasForeignKey(c => c.FindingId);
    }
}

/// <summary>Who sees which cases: as findings, and the employee's own institution.</summary>
internal static class CaseVisibility
{
    public static IQueryable<RectificationCase> VisibleTo(this IQueryable<RectificationCase> cases, CurrentPerson me) =>
        me.SeesAllInstitutions ? cases
        : me.In(DepartmentKind.EBanking) && me.AtBranch
            ? cases.Where(c => c.ManagingBranchId == me.InstitutionId || c.Tier1BranchId == me.InstitutionId)
        : cases.Where(c => c.InstitutionId == me.InstitutionId);
}

internal sealed class CaseRecordVisibility(GovDbContext db, CurrentPerson me) : IRecordVisibility
{
    public Type RecordType => typeof(RectificationCase);

    public Task<bool> IsVisible(Guid id, CancellationToken cancel) => db.Set<RectificationCase>().VisibleTo(me).AnyAsync(c => c.Id == id, cancel);
}

internal sealed class FindingRecordVisibility(GovDbContext db, CurrentPerson me) : IRecordVisibility
{
    public Type RecordType => typeof(ScreeningFinding);

    public async Task<bool> IsVisible(Guid id, CancellationToken cancel) =>
        ScreeningPermissions.MayRead(me) && await db.Set<ScreeningFinding>().VisibleTo(me).AnyAsync(f => f.Id == id, cancel);
}

internal static class CaseWords
{
    public static string Chinese(this CaseState state) => state switch
    {
        CaseState.Open => "待整改",
        CaseState.Submitted => "待复核",
        CaseState.Closed => "已整改",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a case."),
    };

    public static string Tone(this CaseState state) => state switch
    {
        CaseState.Open => "warn",
        CaseState.Submitted => "wait",
        _ => "ok",
    };
}
