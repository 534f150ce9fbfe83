using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Approve;

/// <summary>What an institution applied for before, and the accounts it has, as far as the person sees them, in one statement.</summary>
internal sealed class EarlierMatters(GovDbContext db, CurrentPerson me, TimeProvider clock, IRuleSwitches switches)
{
    private const int Most = 10;

    /// <param name="Kind">申请 or 账号.</param>
    /// <param name="On">The Beijing day of the submission or approval; null for standing accounts.</param>
    internal sealed record Item(string Kind, string Name, string? Number, string State, string Tone, DateOnly? On, string Href);

    public async Task<IReadOnlyList<Item>> Of(RegistrationApplication application, CancellationToken cancel)
    {
        // The account's clock-bound state needs the due days; the columns an application lacks are null for it.
        var applications = db.Set<RegistrationApplication>().VisibleTo(me)
            .Where(a => a.InstitutionId == application.InstitutionId && a.Id != application.Id && a.Round > 0)
            .OrderByDescending(a => a.UpdatedAt).Take(Most)
            .Select(a => new
            {
                IsAccount = false,
                a.Id,
                Name = a.Form.Name!,
                a.Number,
                State = (int)a.State,
                On = a.SubmittedOn,
                Due = (DateOnly?)null,
                Until = (DateOnly?)null,
                Lapsed = false
            });
        var accounts = db.Set<WeChatAccount>().VisibleTo(me)
            .Where(a => a.InstitutionId == application.InstitutionId)
            .OrderByDescending(a => a.UpdatedAt).Take(Most)
            .Select(a => new
            {
                IsAccount = true,
                a.Id,
                a.Name,
                Number = a.ApplicationNumber,
                State = (int)a.Stored,
                On = a.ApprovedOn,
                Due = a.VerificationDue,
                Until = a.VerifiedUntil,
                Lapsed = a.LapseRecorded
            });
        var found = await applications.Concat(accounts).ToListAsync(cancel);
        var (now, lapseIsOn) = (clock.UtcNow(), switches.IsOn("R07-7"));
        return [.. found.OrderByDescending(f => f.On).Select(f =>
        {
            if (!f.IsAccount)
            {
                var state = (ApplicationState)f.State;
                return new Item("申请", f.Name, f.Number, state.Chinese(), state.Tone(), f.On, $"/registration/applications/{f.Id}");
            }
            var stands = AccountStates.At((StoredState)f.State, f.Due, f.Until, f.Lapsed, now, lapseIsOn);
            return new Item("账号", f.Name, f.Number, stands.Chinese(), stands.Tone(), f.On, $"/ledger/accounts/{f.Id}");
        })];
    }
}
