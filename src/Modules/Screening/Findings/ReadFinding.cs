using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Cases;
using WeChatBankGov.Screening.Judge;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Findings;

/// <summary>One finding, to be judged.</summary>
internal static class ReadFinding
{
    [Permission(ScreeningPermissions.Read)]
    internal sealed record Query(Guid Id) : IQuery<Detail>;

    /// <param name="FileId">Null when the finding is the person's to see and the file is not: a tier-1 branch's, of a branch below it.</param>
    /// <param name="MayJudge">Whether this person may confirm or dismiss it now.</param>
    /// <param name="CaseId">The case that it has, opened by it or by the same finding of an earlier file; null when none.</param>
    /// <param name="BranchId">The managing branch.</param>
    /// <param name="DismissalKey">Names with the branch the dismissal that excepts the text; null when there is none, or no more.</param>
    internal sealed record Detail(
        ListFindings.Item Finding, Guid? FileId, string FileNumber, bool MayJudge, Guid? CaseId, string? CaseNumber, Guid BranchId, string? DismissalKey);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, PermissionCatalogue permissions) : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<ScreeningFinding>().AsNoTracking().VisibleTo(me).SingleOrDefaultAsync(x => x.Id == query.Id, cancellationToken) is not { } f)
            {
                return Outcome.NotFound;
            }
            var seen = db.Set<ScreeningFile>().VisibleTo(me);
            var file = await db.Set<ScreeningFile>().Where(x => x.Id == f.FileId)
                .Select(x => new { x.Number, IsSeen = seen.Any(s => s.Id == x.Id) }).SingleAsync(cancellationToken);
            var @case = await db.Set<RectificationCase>().Where(c => c.FindingId == f.Id || c.OpenKey == f.MatchKey)
                .Select(c => new { c.Id, c.Number }).FirstOrDefaultAsync(cancellationToken);
            var mayJudge = f.State == FindingState.Open && permissions[ScreeningPermissions.Judge].IsGrantedTo(me)
                && !RectificationRules.MayManage(me, f.ManagingBranchId, f.InstitutionName).Any();
            var key = MatchKeys.OfText(f.Text);
            var isDismissed = await db.Set<DismissedText>().VisibleTo(me).AnyAsync(t => t.BranchId == f.ManagingBranchId && t.TextKey == key, cancellationToken);
            return new Detail(
                ListFindings.ToItem(f), file.IsSeen ? f.FileId : null, file.Number, mayJudge, @case?.Id, @case?.Number, f.ManagingBranchId, isDismissed ? key : null);
        }
    }
}
