using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>
/// 核验封存: reckons every seal anew and names the first that does not hold, and the entry that was changed, taken away or
/// slipped in. Whoever rewrites all of it from some seal on is caught by the hash that was written down elsewhere.
/// </summary>
internal static class VerifySeals
{
    [Permission(AuditPermissions.VerifySeals)]
    internal sealed record Query : IQuery<Result>;

    /// <param name="Seals">How many were found in order.</param>
    /// <param name="Entries">How many entries they cover.</param>
    /// <param name="Unsealed">Entries that wait for their seal; more than a few mean that the sealer does not run.</param>
    /// <param name="LastHash">The hash of the last seal that holds; empty when there is none.</param>
    /// <param name="Fault">The first thing that is wrong; null when all is well.</param>
    internal sealed record Result(int Seals, int Entries, int Unsealed, string LastHash, Fault? Fault);

    /// <param name="SealNumber">The seal concerned.</param>
    /// <param name="EntryId">The entry concerned; null when it is the seal itself.</param>
    /// <param name="Message">What is wrong, in Chinese.</param>
    internal sealed record Fault(int SealNumber, Guid? EntryId, string Message);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, Result>
    {
        public async Task<Outcome<Result>> Handle(Query query, CancellationToken cancellationToken)
        {
            var unsealed = await db.Set<AuditEntry>().CountAsync(e => e.SealNumber == null, cancellationToken);
            var (hash, last, entries) = (AuditDigest.Beginning, 0, 0);
            // One seal at a time: a year's trail does not fit into memory.
            while (await Next(last, cancellationToken) is { } seal)
            {
                var fault = CheckSeal(seal, last + 1, hash) ?? CheckEntries(seal, await EntriesOf(seal, cancellationToken));
                if (fault is not null) return new Result(last, entries, unsealed, hash, fault);
                (hash, last, entries) = (seal.Hash, seal.Number, entries + seal.EntryCount);
            }
            var orphan = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.SealNumber > last)
                .OrderBy(e => e.SealNumber).FirstOrDefaultAsync(cancellationToken);
            return new Result(last, entries, unsealed, hash, orphan is null ? null
                : new(orphan.SealNumber!.Value, orphan.Id, $"第 {orphan.SealNumber} 号封存不见了，但{Describe(orphan)}仍记着它的编号。"));
        }

        private Task<AuditSeal?> Next(int after, CancellationToken cancel) => db.Set<AuditSeal>().AsNoTracking()
            .Where(s => s.Number > after).OrderBy(s => s.Number).FirstOrDefaultAsync(cancel);

        private Task<List<AuditEntry>> EntriesOf(AuditSeal seal, CancellationToken cancel) =>
            db.Set<AuditEntry>().AsNoTracking().Where(e => e.SealNumber == seal.Number).ToListAsync(cancel);
    }

    private static Fault? CheckSeal(AuditSeal seal, int expected, string previousHash)
    {
        if (seal.Number != expected) return new(expected, null, $"第 {expected} 号封存不见了，其后是第 {seal.Number} 号。");
        if (seal.Hash != AuditDigest.Seal(previousHash, seal.Number, seal.At, seal.Entries)
            || seal.EntryCount != AuditDigest.Read(seal.Entries).Count())
        {
            return new(seal.Number, null, $"第 {seal.Number} 号封存与上一号接不上，或者本身被改动过。");
        }
        return null;
    }

    private static Fault? CheckEntries(AuditSeal seal, List<AuditEntry> entries)
    {
        var found = entries.ToDictionary(e => e.Id);
        foreach (var (id, digest) in AuditDigest.Read(seal.Entries))
        {
            if (!found.Remove(id, out var entry)) return new(seal.Number, id, $"第 {seal.Number} 号封存中的记录 {id} 不见了。");
            if (!AuditDigest.Of(entry).AsSpan().SequenceEqual(digest)) return new(seal.Number, id, $"{Describe(entry)}在第 {seal.Number} 号封存之后被改动过。");
        }
        return AuditDigest.InOrder(found.Values).FirstOrDefault() is { } added
            ? new(seal.Number, added.Id, $"{Describe(added)}是第 {seal.Number} 号封存之后添进去的。")
            : null;
    }

    private static string Describe(AuditEntry entry) =>
        $"{DayFormat.DayAndTime(entry.At)} {entry.PersonName}“{entry.Title}”的记录（{entry.Id}）";
}
