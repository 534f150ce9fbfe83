using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Plans;
using WeChatBankGov.Registration.Read;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Registration.Approve;

/// <summary>审批: everything that the head office's approver looks at beside the form (articles 7 and 9, R07-8).</summary>
internal static class ReadApprovalFile
{
    [Permission(RegistrationPermissions.Read)]
    internal sealed record Query(Guid ApplicationId) : IQuery<ApprovalFile>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    /// <summary>The application with its grounds for a decision.</summary>
    /// <param name="Parts">The form in its parts.</param>
    /// <param name="Comments">What was said at fields when it was returned before, newest first.</param>
    /// <param name="Rules">What each rule finds now; empty when nothing waits for a decision.</param>
    /// <param name="Opinions">The VI reviews, newest first.</param>
    /// <param name="Similar">Names that customers could take for this one; null for whoever does not see all institutions, whose
    /// applications under way they name.</param>
    /// <param name="Earlier">The institution's other applications and its accounts as far as the person sees them, newest first.</param>
    /// <param name="Pending">What waits for the decision; null when nothing does.</param>
    /// <param name="WhyNot">The rules by which the person may not decide; empty when they may.</param>
    internal sealed record ApprovalFile(
        Guid Id, string? Number, AccountForm AccountForm, ApplicationState State, Guid InstitutionId, string InstitutionName,
        InstitutionLevel Level, int Round, DateTime? SubmittedAt, string? Name, IReadOnlyList<FormPart> Parts,
        IReadOnlyList<ApplicationFile> Files, IReadOnlyList<ApplicationComment> Comments, IReadOnlyList<RuleResult> Rules,
        IReadOnlyList<ReviewOpinion> Opinions, IReadOnlyList<SimilarName>? Similar, IReadOnlyList<EarlierMatters.Item> Earlier,
        IReadOnlyList<TimelineStep> Timeline, PendingApproval? Pending, IReadOnlyList<Breach> WhyNot)
    {
        public bool MayDecide => Pending is not null && WhyNot.Count == 0;

        public IEnumerable<Breach> Breaches => Rules.SelectMany(r => r.Findings).Where(f => !f.IsAdvice);
    }

    internal sealed class Handler(
        GovDbContext db, CurrentPerson me, SubmissionCheck rules, RuleCatalogue catalogue, SimilarNames similar, EarlierMatters earlier,
        IReviews reviews, IApprovals approvals, ITimeline timeline, PermissionCatalogue permissions) : IQueryHandler<Query, ApprovalFile>
    {
        public async Task<Outcome<ApprovalFile>> Handle(Query query, CancellationToken cancellationToken)
        {
            var a = await db.Set<RegistrationApplication>().VisibleTo(me).AsNoTracking()
                .Include(application => application.Files).Include(application => application.Comments).AsSingleQuery()
                .SingleOrDefaultAsync(application => application.Id == query.ApplicationId, cancellationToken);
            if (a is null)
            {
                return Outcome.NotFound;
            }
            var pending = await approvals.Pending(a.Id, cancellationToken);
            var planTitle = a.Form.PlanId is { } planId
                ? await db.Set<Plan>().Where(p => p.Id == planId).Select(p => p.Title).SingleOrDefaultAsync(cancellationToken)
                : null;
            return new ApprovalFile(
                a.Id, a.Number, a.AccountForm, a.State, a.InstitutionId, a.InstitutionName, a.Level, a.Round, a.SubmittedAt, a.Form.Name,
                FormParts.Of(a.Form, planTitle), [.. a.Files.OrderBy(f => f.Slot).ThenBy(f => f.Id)],
                [.. a.Comments.OrderByDescending(c => c.Round).ThenBy(c => c.Id)],
                pending is null ? [] : RuleResults.Of(a, await rules.ForApproval(a, pending.OpenedAt, cancellationToken), catalogue),
                await reviews.Opinions(a.Id, cancellationToken),
                pending is null || !me.SeesAllInstitutions ? null : await similar.To(a, cancellationToken),
                await earlier.Of(a, cancellationToken), await timeline.Of(a.Id, cancellationToken), pending, WhyNot(pending));
        }

        private IReadOnlyList<Breach> WhyNot(PendingApproval? pending)
        {
            var permission = permissions[ApprovalPermissions.Decide];
            return !permission.IsGrantedTo(me) ? [permission.Refusal]
                : Kernel.Measures.Rules.Check(FourEyes.Check(me.Id, pending?.Contributors ?? [], "审批")).Breaches;
        }
    }
}
