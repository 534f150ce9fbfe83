using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Judge;

namespace WeChatBankGov.Screening.Dismissals;

/// <summary>各分行列为误报的: newest first, paged.</summary>
internal static class ListDismissals
{
    /// <param name="Search">Part of the text, or the beginning of the branch's name.</param>
    [Permission(ScreeningPermissions.ReadTerms)]
    internal sealed record Query(string? Search, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="TextKey">With the branch it names the dismissal.</param>
    /// <param name="At">UTC.</param>
    internal sealed record Item(Guid BranchId, string TextKey, string BranchName, string Text, string Terms, string Reason, string By, DateTime At);

    internal sealed class Handler(GovDbContext db, CurrentPerson me) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var texts = db.Set<DismissedText>().VisibleTo(me);
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                texts = texts.Where(t => t.Text.Contains(search) || t.BranchName.StartsWith(search));
            }
            return await texts.OrderByDescending(t => t.At).ThenBy(t => t.TextKey).ThenBy(t => t.BranchId)
                .Select(t => new Item(t.BranchId, t.TextKey, t.BranchName, t.Text, t.Terms, t.Reason, t.ByName, t.At)).ToPage(query.Page, cancellationToken);
        }
    }
}
