using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Findings;

namespace WeChatBankGov.Screening.Cases;

/// <summary>One case, with everything that happened.</summary>
internal static class ReadCase
{
    [Permission(ScreeningPermissions.ReadCases)]
    internal sealed record Query(Guid Id) : IQuery<Detail>;

    /// <param name="WorkingDaysLeft">0 on the last day, below 0 afterwards; null when it is closed.</param>
    /// <param name="MayFile">Whether this person may file evidence now.</param>
    /// <param name="MayReview">Whether this person may close it or send it back now.</param>
    /// <param name="WhyNoReview">Why a person of the managing department may not, in Chinese; null otherwise.</param>
    internal sealed record Detail(
        Guid Id, string Number, CaseState State, string EmployeeNumber, string EmployeeName, string InstitutionName, string BranchName, AccountKind Kind,
        AccountField Field, string Text, string Terms, IReadOnlyList<ScreeningApi.FoundTerm> Hits, DateOnly OpenedOn, string OpenedByName, DateOnly Due,
        bool DueIsProvisional, int? WorkingDaysLeft, DateTime? EscalatedAt, string Explanation, string EvidenceFileName, string EvidenceByName,
        string ReturnReason, string ClosedByName, DateOnly? ClosedOn, int Version, bool MayFile, bool MayReview, string? WhyNoReview,
        IReadOnlyList<TimelineStep> Timeline);

    internal sealed class Handler(
        GovDbContext db, ITimeline timeline, WorkCalendarSource calendar, PermissionCatalogue permissions, CurrentPerson me, TimeProvider clock)
        : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<RectificationCase>().AsNoTracking().VisibleTo(me).SingleOrDefaultAsync(x => x.Id == query.Id, cancellationToken) is not { } c)
            {
                return Outcome.NotFound;
            }
            var mayFile = c.State == CaseState.Open && !RectificationRules.MayRectify(me, c.InstitutionId, c.ManagingBranchId, c.InstitutionName).Any();
            var manages = c.State == CaseState.Submitted && permissions[ScreeningPermissions.Judge].IsGrantedTo(me)
                && !RectificationRules.MayManage(me, c.ManagingBranchId, c.InstitutionName).Any();
            var fourEyes = FourEyes.Check(me.Id, c.Filers, "复核").FirstOrDefault();
            return new Detail(
                c.Id, c.Number, c.State, c.EmployeeNumber, c.EmployeeName, c.InstitutionName, c.ManagingBranchName, c.Kind, c.Field, c.Text, c.Terms,
                [.. HitNotes.Read(c.Notes).Select(hit => ScreeningApi.FoundTerm.Of(c.Text, hit))], c.OpenedOn, c.OpenedByName, c.Due, c.DueIsProvisional,
                c.State == CaseState.Closed ? null : calendar.Current.WorkingDaysBetween(clock.BeijingToday(), c.Due), c.EscalatedAt, c.Explanation,
                c.EvidenceFileName, c.EvidenceByName, c.ReturnReason, c.ClosedByName, c.ClosedOn, c.Version, mayFile, manages && fourEyes is null,
                manages ? fourEyes?.Message : null, await timeline.Of(c.Id, cancellationToken));
        }
    }
}

/// <summary>The evidence of a case. A command, because who looked is an entry of the audit trail.</summary>
internal static class DownloadCaseEvidence
{
    [Permission(ScreeningPermissions.ReadCases)]
    [AuditedAs("下载整改证明")]
    internal sealed record Command(Guid CaseId) : ICommand<FileDownload>, IConcerns<RectificationCase>
    {
        Guid IConcerns.RecordId => CaseId;
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, FileDownload>
    {
        public async Task<Outcome<FileDownload>> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Set<RectificationCase>().VisibleTo(me).Where(c => c.Id == command.CaseId && c.EvidenceSha256 != "")
                .Select(c => new { c.EvidenceSha256, c.EvidenceFileName }).SingleOrDefaultAsync(cancellationToken);
            audit.Detail = file?.EvidenceFileName;
            return file is null ? Outcome.NotFound : new FileDownload(file.EvidenceSha256, file.EvidenceFileName);
        }
    }
}
