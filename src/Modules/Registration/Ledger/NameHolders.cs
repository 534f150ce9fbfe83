using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>
/// What a claim stands for now: an application that was approved has become an account, and is nothing that anybody could withdraw.
/// Asked only once something is held, so that a name that is free costs no look into the ledger.
/// </summary>
internal sealed class NameHolders(GovDbContext db, IRuleSwitches switches, TimeProvider clock)
{
    /// <param name="Words">账号“…”（已认证）</param>
    internal sealed record Account(Guid Id, string Words);

    /// <summary>The account that came of the application; null while it is under way, and for no application.</summary>
    public async Task<Account?> AccountOf(Guid? applicationId, CancellationToken cancel)
    {
        var account = applicationId is null ? null : await db.Set<WeChatAccount>().AsNoTracking()
            .Where(a => a.ApplicationId == applicationId && a.Stored != StoredState.Revoked)
            .Select(a => new { a.Id, a.Name, a.Stored, a.VerificationDue, a.VerifiedUntil, a.LapseRecorded })
            .SingleOrDefaultAsync(cancel);
        if (account is null)
        {
            return null;
        }
        var state = AccountStates.At(account.Stored, account.VerificationDue, account.VerifiedUntil, account.LapseRecorded,
            clock.UtcNow(), switches.IsOn("R07-7"));
        return new(account.Id, $"账号“{account.Name}”（{state.Chinese()}）");
    }
}
