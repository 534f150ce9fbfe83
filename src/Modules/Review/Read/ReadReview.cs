using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Read;

/// <summary>One VI review with its materials, its verdicts and those of the rounds before (articles 4 and 9).</summary>
internal static class ReadReview
{
    [Permission(ReviewPermissions.Read)]
    internal sealed record Query(Guid ReviewId) : IQuery<Item>, IConcerns<VisualIdentityReview>
    {
        Guid IConcerns.RecordId => ReviewId;
    }

    /// <summary>One element.</summary>
    /// <param name="Changed">Whether it changed since the last review.</param>
    /// <param name="Conforms">Null until it is judged.</param>
    /// <param name="Reason">Why it does not conform; empty otherwise.</param>
    internal sealed record Element(
        IdentityElement Kind, string Text, IReadOnlyList<ReviewFile> Files, bool Changed, bool? Conforms, string Reason);

    /// <summary>One review.</summary>
    /// <param name="Version">To be sent back with the judgement.</param>
    /// <param name="AssignedTo">The reviewing department: 总行企业文化部.</param>
    /// <param name="AssignedBy">The rule of article 9 that assigns it.</param>
    /// <param name="OpenedAt">UTC.</param>
    /// <param name="FinishedAt">UTC; null while it is pending.</param>
    /// <param name="FinishedBy">Institution, department and name; empty while it is pending.</param>
    /// <param name="Elements">The three, in the order of article 4.</param>
    /// <param name="Opinion">On the whole; empty while it is pending.</param>
    /// <param name="Earlier">The finished rounds before this one, newest first.</param>
    /// <param name="MayJudge">Whether the caller may judge it now.</param>
    /// <param name="WhyNot">The rules by which the caller may not judge it; empty when they may.</param>
    internal sealed record Item(
        Guid Id, int Version, string SubjectKind, Guid SubjectId, string Title, AccountForm Form, Guid InstitutionId,
        string InstitutionName, string ViVersion, string AssignedTo, string AssignedBy, ReviewState State,
        DateTime OpenedAt, DateTime? FinishedAt, string FinishedBy, IReadOnlyList<Element> Elements, string Opinion,
        IReadOnlyList<ReviewOpinion> Earlier, bool MayJudge, IReadOnlyList<Breach> WhyNot);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, ReviewVisibility visibility) : IQueryHandler<Query, Item>
    {
        public async Task<Outcome<Item>> Handle(Query query, CancellationToken cancellationToken)
        {
            var review = await db.Set<VisualIdentityReview>().AsNoTracking()
                .Include(r => r.Elements).ThenInclude(e => e.Files)
                .Include(r => r.Contributors)
                .SingleOrDefaultAsync(r => r.Id == query.ReviewId, cancellationToken);
            if (review is null || !await visibility.IsVisible(review, cancellationToken))
            {
                return Outcome.NotFound;
            }
            var earlier = await db.Set<VisualIdentityReview>().AsNoTracking().Include(r => r.Elements)
                .Where(r => r.SubjectId == review.SubjectId && r.Id != review.Id && r.OpenedAt < review.OpenedAt
                    && (r.State == ReviewState.Passed || r.State == ReviewState.Failed))
                .OrderByDescending(r => r.OpenedAt)
                .ToListAsync(cancellationToken);
            return ItemOf(review, earlier);
        }

        private Item ItemOf(VisualIdentityReview review, List<VisualIdentityReview> earlier)
        {
            var whyNot = Rules.Check(
                ReviewRules.MayReview(me, review.Assignment, review.InstitutionName),
                FourEyes.Check(me.Id, review.ContributorIds, "审核")).Breaches;
            return new(
                review.Id, review.Version, review.SubjectKind, review.SubjectId, review.Title, review.Form, review.InstitutionId,
                review.InstitutionName, review.ViVersion, ReviewWords.DepartmentOf(review.AssignedBy, review.InstitutionName),
                review.AssignedBy, review.State, review.OpenedAt, review.FinishedAt,
                $"{review.FinishedByInstitution}{review.FinishedByDepartment} {review.FinishedByName}".Trim(),
                [.. review.Elements.OrderBy(e => e.Element).Select(ElementOf)], review.Opinion,
                [.. earlier.Select(r => r.AsOpinion())], review.IsPending && whyNot.Count == 0, whyNot);
        }

        private static Element ElementOf(ReviewedElement element) => new(
            element.Element, element.Text,
            [.. element.Files.OrderBy(f => f.Number).Select(f => new ReviewFile(f.Name, f.Href, f.IsImage))],
            element.Changed, element.Conforms, element.Reason);
    }
}
