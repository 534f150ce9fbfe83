using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>
/// Seals what has been written to the audit trail, a few seconds after it happened. Two hosts on one database do it without
/// harm: a seal's number is its key, so of two that seal the same entries one fails and finds nothing left to do.
/// </summary>
internal sealed class AuditSealer(IDbContextFactory<GovDbContext> contexts, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    /// <summary>An entry this old has been committed, whatever its transaction did after taking the time.</summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    internal const int BatchSize = 500;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Not a periodic timer: a clock that jumps by months, after a standstill or in a test, is one reason to seal, not many.
            await Task.Delay(Period, clock, stoppingToken);
            try
            {
                await SealAll(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Sealing the audit trail failed; it is tried again in {Period}", Period);
            }
        }
    }

    /// <summary>Seals batch after batch until nothing settled is left; returns how many entries that were.</summary>
    internal async Task<int> SealAll(CancellationToken cancel)
    {
        for (var sealedEntries = 0; ;)
        {
            await using var db = await contexts.CreateDbContextAsync(cancel);
            var count = await db.WriteAtOnce(
                () => db.Database.CreateExecutionStrategy().ExecuteAsync(() => SealOneBatch(db, cancel)), cancel);
            sealedEntries += count;
            if (count < BatchSize) return sealedEntries;
        }
    }

    /// <summary>0 when there was nothing to seal, or another host was quicker.</summary>
    private async Task<int> SealOneBatch(GovDbContext db, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The last seal first: whoever seals between this and the next statement takes the number that this one will want.
        var last = await db.Set<AuditSeal>().OrderByDescending(s => s.Number)
            .Select(s => new { s.Number, s.Hash }).FirstOrDefaultAsync(cancel);
        var until = clock.UtcNow() - Settled;
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.SealNumber == null && e.At <= until)
            .OrderBy(e => e.At).Take(BatchSize).ToListAsync(cancel);
        if (entries.Count == 0) return 0;

        var number = (last?.Number ?? 0) + 1;
        db.Add(Seal(number, last?.Hash ?? AuditDigest.Beginning, entries));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException lost) when (DatabaseErrors.IsUniqueViolation(lost))
        {
            return 0;
        }
        return await Mark(db, transaction, number, entries, cancel);
    }

    private AuditSeal Seal(int number, string previousHash, List<AuditEntry> entries)
    {
        var list = AuditDigest.List(entries);
        var at = clock.UtcNow();
        return new()
        {
            Number = number,
            At = at,
            EntryCount = entries.Count,
            Entries = list,
            Hash = AuditDigest.Seal(previousHash, number, at, list),
        };
    }

    private static async Task<int> Mark(
        GovDbContext db, IDbContextTransaction transaction, int number, List<AuditEntry> entries, CancellationToken cancel)
    {
        var ids = entries.ConvertAll(e => e.Id);
        var marked = await db.Set<AuditEntry>().Where(e => e.SealNumber == null && ids.Contains(e.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.SealNumber, number), cancel);
        if (marked != entries.Count) return 0;
        await transaction.CommitAsync(cancel);
        return marked;
    }
}
