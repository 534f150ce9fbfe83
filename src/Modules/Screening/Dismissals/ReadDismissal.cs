using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Judge;

namespace WeChatBankGov.Screening.Dismissals;

/// <summary>One text that was dismissed, with everything that happened to it.</summary>
internal static class ReadDismissal
{
    [Permission(ScreeningPermissions.ReadTerms)]
    internal sealed record Query(Guid BranchId, string TextKey) : IQuery<Detail>;

    /// <param name="At">UTC.</param>
    /// <param name="MayTakeBack">Whether this person may take it back.</param>
    /// <param name="WhyNot">Why a person of the managing department may not, in Chinese; null otherwise.</param>
    internal sealed record Detail(
        Guid BranchId, string TextKey, string BranchName, string Text, string Terms, string Reason, string By, DateTime At, bool MayTakeBack, string? WhyNot,
        IReadOnlyList<TimelineStep> Timeline);

    internal sealed class Handler(GovDbContext db, ITimeline timeline, PermissionCatalogue permissions, CurrentPerson me) : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<DismissedText>().AsNoTracking().VisibleTo(me)
                .SingleOrDefaultAsync(x => x.BranchId == query.BranchId && x.TextKey == query.TextKey, cancellationToken) is not { } t)
            {
                return Outcome.NotFound;
            }
            var manages = permissions[ScreeningPermissions.Judge].IsGrantedTo(me) && !RectificationRules.MayManage(me, t.BranchId, t.BranchName).Any();
            var fourEyes = manages ? FourEyes.Check(me.Id, await TakeBackDismissal.Dismissers(db, t, cancellationToken), "撤回").FirstOrDefault() : null;
            return new Detail(
                t.BranchId, t.TextKey, t.BranchName, t.Text, t.Terms, t.Reason, t.ByName, t.At, manages && fourEyes is null, fourEyes?.Message,
                await timeline.Of(DismissedText.IdOf(t.BranchId, t.TextKey), cancellationToken));
        }
    }
}
