using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>How many notices the current person has not read: the number in the navigation of every page.</summary>
internal static class CountUnreadNotices
{
    /// <summary>The navigation says "99+" beyond 99, so nothing beyond this is counted.</summary>
    internal const int Limit = 100;

    [Permission(CommonPermissions.SignedIn)]
    internal sealed record Query : IQuery<int>;

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock) : IQueryHandler<Query, int>
    {
        public async Task<Outcome<int>> Handle(Query query, CancellationToken cancellationToken) =>
            await NoticeBoard.Unread(db, me, clock).Take(Limit).CountAsync(cancellationToken);
    }
}
