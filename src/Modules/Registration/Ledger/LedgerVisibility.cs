using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>Who sees which accounts: as for applications, and the three standing accounts for everybody.</summary>
internal static class LedgerVisibility
{
    public static IQueryable<WeChatAccount> VisibleTo(this IQueryable<WeChatAccount> accounts, CurrentPerson me)
    {
        if (me.SeesAllInstitutions)
        {
            return accounts;
        }
        if (me.Level >= InstitutionLevel.SubBranch)
        {
            return accounts.Where(a => a.InstitutionId == me.InstitutionId || a.Stored == StoredState.Standing);
        }
        return me.Department switch
        {
            DepartmentKind.EBanking when me.Level == InstitutionLevel.Tier1Branch => accounts.Where(a =>
                a.ManagingBranchId == me.InstitutionId || a.Tier1BranchId == me.InstitutionId || a.Stored == StoredState.Standing),
            DepartmentKind.EBanking => accounts.Where(a => a.ManagingBranchId == me.InstitutionId || a.Stored == StoredState.Standing),
            DepartmentKind.CorporateCulture when me.AtHeadOffice => accounts.Where(a =>
                a.ManagingBranchId == me.InstitutionId || a.Form == AccountForm.ServiceAccount),
            _ => accounts.Where(a => a.InstitutionId == me.InstitutionId || a.Stored == StoredState.Standing),
        };
    }
}

internal sealed class AccountRecordVisibility(GovDbContext db, CurrentPerson me) : IRecordVisibility
{
    public Type RecordType => typeof(WeChatAccount);

    public Task<bool> IsVisible(Guid id, CancellationToken cancel) =>
        db.Set<WeChatAccount>().VisibleTo(me).AnyAsync(a => a.Id == id, cancel);

    public async Task<Breach?> WhyHidden(Guid id, CancellationToken cancel) =>
        await db.Set<WeChatAccount>().Where(a => a.Id == id).Select(a => a.InstitutionName).SingleOrDefaultAsync(cancel) is { } institution
        && !await IsVisible(id, cancel)
            ? AuthorityRules.OutOfSight(me, institution)
            : null;
}
