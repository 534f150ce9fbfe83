using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>我的通知: unread ones first, newest first among each.</summary>
internal static class ListNotices
{
    [Permission(CommonPermissions.SignedIn)]
    internal sealed record Query(PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="At">UTC.</param>
    /// <param name="Text">Empty when the title says it all.</param>
    /// <param name="Href">The page on which to go on.</param>
    internal sealed record Item(Guid Id, DateTime At, string Title, string Text, string Href, bool IsRead);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var since = clock.UtcNow() - NoticeBoard.UnreadFor;
            return await NoticeBoard.Of(db, me).AsNoTracking()
                .Select(n => new
                {
                    Notice = n,
                    IsRead = n.At < since || db.Set<NoticeRead>().Any(r => r.PersonId == me.Id && r.NoticeId == n.Id),
                })
                .OrderBy(n => n.IsRead).ThenByDescending(n => n.Notice.At).ThenByDescending(n => n.Notice.Id)
                .Select(n => new Item(n.Notice.Id, n.Notice.At, n.Notice.Title, n.Notice.Text, n.Notice.Href, n.IsRead))
                .ToPage(query.Page, cancellationToken);
        }
    }
}
