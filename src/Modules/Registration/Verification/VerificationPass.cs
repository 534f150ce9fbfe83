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

/// <summary>One look over all accounts whose verification has a day near or past; each is dealt with in a scope of its own.</summary>
internal sealed class VerificationPass(
    IServiceScopeFactory scopes, IRuleSwitches switches, TimeProvider clock, ILogger<VerificationPass> log)
{
    // What this host has dealt with already, so that an account past its day is not loaded again every minute. Only spares
    // work: whatever is forgotten by a restart is found by the notices' keys.
    private readonly HashSet<(Guid, VerificationOccasion)> _dealtWith = [];

    /// <returns>How many accounts were dealt with.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var due = await Due(cancel);
        foreach (var (account, occasion) in due)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ISender>().Send(new WatchVerification.Command(account), cancel);
                _dealtWith.Add((account, occasion));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The next minute tries again; the other accounts must not wait for it.
                log.LogError(fault, "The deadline of account {Account} could not be watched", account);
            }
        }
        return due.Count;
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
