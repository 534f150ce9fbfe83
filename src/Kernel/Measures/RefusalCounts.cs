using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>How often each rule refused something lately, counted in the audit trail.</summary>
internal sealed class RefusalCounts(GovDbContext db, RuleCatalogue catalogue, TimeProvider clock)
{
    /// <summary>Beijing days, today among them.</summary>
    public const int Days = 90;

    /// <summary>The first instant that counts, UTC.</summary>
    public DateTime Since => BeijingTime.StartOfDayUtc(clock.BeijingToday().AddDays(1 - Days));

    /// <summary>By code, all rules of the catalogue in one statement; a rule that refused nothing is not in it.</summary>
    public Task<Dictionary<string, int>> ByCode(CancellationToken cancel) =>
        Query().ToDictionaryAsync(c => c.Code, c => c.Count, cancel);

    /// <summary>Naming the codes lets the database seek each rule's last days in the index instead of reading all that ever was.</summary>
    internal IQueryable<CodeCount> Query()
    {
        var (codes, since) = (catalogue.Rules.Select(r => r.Code).ToArray(), Since);
        return db.Set<AuditEntryCode>().Where(c => codes.Contains(c.Code) && c.At >= since)
            .GroupBy(c => c.Code).Select(g => new CodeCount(g.Key, g.Count()));
    }

    internal sealed record CodeCount(string Code, int Count);

    /// <summary>Of one rule.</summary>
    public Task<int> Of(string code, CancellationToken cancel)
    {
        var since = Since;
        return db.Set<AuditEntryCode>().CountAsync(c => c.Code == code && c.At >= since, cancel);
    }
}
