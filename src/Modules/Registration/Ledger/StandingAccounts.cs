using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>The three existing service accounts stand in the ledger from the start, and their names are taken (R05-1).</summary>
internal sealed class StandingAccounts(GovDbContext db, IInstitutions institutions, BankOptions bank, TimeProvider clock) : IPreparation
{
    public async Task Prepare(CancellationToken cancel)
    {
        if (await db.Set<WeChatAccount>().AnyAsync(a => a.Stored == StoredState.Standing, cancel)
            || await institutions.IsEmpty(cancel))
        {
            return;
        }
        var headOffice = await institutions.HeadOffice(cancel);
        foreach (var name in bank.StandingAccounts)
        {
            db.Add(WeChatAccount.Standing(name, Folding.Key(name), headOffice.Id, headOffice.Name, clock.UtcNow()));
            db.Add(new NameClaim { Key = NameClaim.ForName(name), Holder = "现有服务号" });
        }
        await db.SaveChangesAsync(cancel);
    }
}
