using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;

namespace WeChatBankGov.Review.List;

/// <summary>The VI reviews (article 9) within one's reach.</summary>
internal static class ListReviews
{
    /// <param name="State">One state only.</param>
    /// <param name="Search">Part of the title or of the institution's name.</param>
    /// <param name="Sort">opened or finished; a leading hyphen turns it round; anything else: pending ones by waiting time, others newest first.</param>
    [Permission(ReviewPermissions.Read)]
    internal sealed record Query(ReviewState? State, string? Search, string? Sort, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <summary>One review.</summary>
    /// <param name="AssignedBy">The rule of article 9 that assigns it.</param>
    /// <param name="OpenedAt">UTC.</param>
    /// <param name="FinishedAt">UTC; null while it is pending.</param>
    /// <param name="FinishedByName">Empty while it is pending.</param>
    internal sealed record Item(
        Guid Id, string SubjectKind, Guid SubjectId, string Title, AccountForm Form, Guid InstitutionId, string InstitutionName,
        string AssignedBy, ReviewState State, DateTime OpenedAt, DateTime? FinishedAt, string FinishedByName)
    {
        /// <summary>The reviewing department: 总行企业文化部.</summary>
        public string AssignedTo => ReviewWords.DepartmentOf(AssignedBy, InstitutionName);
    }

    public static IReadOnlyList<string> Sorts { get; } = ["opened", "finished"];

    internal sealed class Handler(GovDbContext db, CurrentPerson me) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            await Items(db.Set<VisualIdentityReview>().WithinReachOf(me), query).ToPage(query.Page, cancellationToken);
    }

    /// <summary>Filtered and sorted, before paging: the export sends the same.</summary>
    internal static IQueryable<Item> Items(IQueryable<VisualIdentityReview> reviews, Query query)
    {
        if (query.State is { } state)
        {
            reviews = reviews.Where(r => r.State == state);
        }
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            reviews = reviews.Where(r => r.Title.Contains(search) || r.InstitutionName.Contains(search));
        }
        return Sort(reviews, query)
            .Select(r => new Item(
                r.Id, r.SubjectKind, r.SubjectId, r.Title, r.Form, r.InstitutionId, r.InstitutionName,
                r.AssignedBy, r.State, r.OpenedAt, r.FinishedAt, r.FinishedByName));
    }

    private static IOrderedQueryable<VisualIdentityReview> Sort(IQueryable<VisualIdentityReview> reviews, Query query) =>
        (query.Sort switch
        {
            "opened" => reviews.OrderBy(r => r.OpenedAt),
            "-opened" => reviews.OrderByDescending(r => r.OpenedAt),
            "finished" => reviews.OrderBy(r => r.FinishedAt),
            "-finished" => reviews.OrderByDescending(r => r.FinishedAt),
            _ => query.State == ReviewState.Pending
                ? reviews.OrderBy(r => r.OpenedAt)
                : reviews.OrderByDescending(r => r.OpenedAt),
        }).ThenBy(r => r.Id);
}
