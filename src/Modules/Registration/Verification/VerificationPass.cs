using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// One look over all accounts whose verification has a day near or past: in batches, for on the morning after a holiday many lapse
/// at once; one by one where a batch fails, so that none has to wait for another's mistake.
/// </summary>
internal sealed class VerificationPass(
    IServiceScopeFactory scopes, IRuleSwitches switches, TimeProvider clock, ILogger<VerificationPass> log)
{
    // What this host has dealt with already, so that an account past its day is not loaded again every minute. Only spares
    // work: whatever is forgotten by a restart is found by the notices' keys.
    private readonly HashSet<(Guid, VerificationOccasion)> _dealtWith = [];

    // Failed by themselves: they don't break a batch a second time.
    private readonly HashSet<Guid> _alone = [];

    /// <summary>How many are saved in one transaction: it holds up whoever else writes for some ten milliseconds.</summary>
    internal const int MostAtOnce = 50;

    /// <returns>How many accounts were dealt with.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var due = await Due(cancel);
        var apart = due.Where(d => _alone.Contains(d.Account)).Select(d => new[] { d });
        foreach (var batch in due.Where(d => !_alone.Contains(d.Account)).Chunk(MostAtOnce).Concat(apart).ToList())
        {
            if (await Watch(batch, cancel) || batch.Length == 1)
            {
                continue;
            }
            foreach (var one in batch)
            {
                await Watch([one], cancel);
            }
        }
        return due.Count;
    }

    private async Task<bool> Watch((Guid Account, VerificationOccasion Occasion)[] batch, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<ISender>().Send(
                new WatchVerification.Command([.. batch.Select(b => b.Account)]), cancel);
            if (outcome.Refusal is { } refusal)
            {
                throw new InvalidOperationException(refusal.Summary);
            }
            _dealtWith.UnionWith(batch);
            _alone.ExceptWith(batch.Select(b => b.Account));
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Tried again one by one, and by the next minute.
            if (batch is [var one])
            {
                _alone.Add(one.Account);
                log.LogError(fault, "The deadline of account {Account} could not be watched", one.Account);
            }
            return false;
        }
    }

    private async Task<List<(Guid Account, VerificationOccasion Occasion)>> Due(CancellationToken cancel)
    {
        var (today, lapseIsOn) = (clock.BeijingToday(), switches.IsOn("R07-7"));
        var (month, year) = (today.AddDays(VerificationRules.ReminderDays.Max()), today.AddDays(VerificationRules.YearlyReminders.Max()));
        await using var scope = scopes.CreateAsyncScope();
        var accounts = await scope.ServiceProvider.GetRequiredService<GovDbContext>().Set<WeChatAccount>().AsNoTracking()
            .Where(a => (a.Stored == StoredState.AwaitingVerification && !a.LapseRecorded && a.VerificationDue <= month)
                || (a.Stored == StoredState.Verified && a.VerifiedUntil <= year))
            .OrderBy(a => a.Id).ToListAsync(cancel);
        return [.. from account in accounts
                   let occasion = VerificationOccasion.Of(account, today, lapseIsOn)
                   where occasion is not null && !_dealtWith.Contains((account.Id, occasion))
                   select (account.Id, occasion)];
    }
}
