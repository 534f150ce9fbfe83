using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>The steps that occur on a tab of the inbox with how many items each has: the choices of its filter.</summary>
internal static class ListInboxSteps
{
    [Permission(ApprovalPermissions.Inbox)]
    internal sealed record Query(InboxTab Tab) : IQuery<IReadOnlyList<Step>>;

    internal sealed record Step(string Name, int Count);

    internal sealed class Handler(GovDbContext db, InboxItems inbox, CurrentPerson me) : IQueryHandler<Query, IReadOnlyList<Step>>
    {
        public async Task<Outcome<IReadOnlyList<Step>>> Handle(Query query, CancellationToken cancellationToken) =>
            await inbox.Of(db, me, query.Tab)
                .GroupBy(w => w.Step).OrderBy(g => g.Key).Select(g => new Step(g.Key, g.Count()))
                .ToListAsync(cancellationToken);
    }
}
