using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>The seals of the audit trail, the last one first.</summary>
internal static class ListSeals
{
    [Permission(AuditPermissions.VerifySeals)]
    internal sealed record Query(PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="At">UTC.</param>
    internal sealed record Item(int Number, DateTime At, int EntryCount, string Hash);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Set<AuditSeal>().AsNoTracking().OrderByDescending(s => s.Number)
                .Select(s => new Item(s.Number, s.At, s.EntryCount, s.Hash)).ToPage(query.Page, cancellationToken);
    }
}
