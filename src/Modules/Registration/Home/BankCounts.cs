using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Contracts;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Home;

/// <summary>The whole bank's numbers, counted in one statement.</summary>
internal sealed class BankCounts(GovDbContext db, IInstitutions institutions)
{
    internal sealed record Result(
        IReadOnlyList<OverviewCount> Stages, IReadOnlyList<(string Branch, int Count)> Overdue, IReadOnlyList<OverviewCount> Months);

    private enum Part
    {
        Applications,
        Accounts,
        Overdue,
        Months,
    }

    public async Task<Result> Of(DateOnly today, bool lapseIsOn, CancellationToken cancel)
    {
        var from = new DateOnly(today.Year, today.Month, 1).AddMonths(-11);
        var overdue = db.Set<WeChatAccount>().InState(AccountState.VerificationLapsed, today, lapseIsOn)
            .GroupBy(a => a.Tier1BranchId)
            .Select(g => new { Branch = g.Key, Count = g.Count() })
            .LeftJoin(institutions.Names, o => o.Branch, i => (Guid?)i.Id, (o, i) => new { Part = (int)Part.Overdue, A = 0, B = 0, Branch = i!.Name ?? "", o.Count });
        var applications = db.Set<RegistrationApplication>()
            .Where(a => a.State == ApplicationState.InReview || a.State == ApplicationState.InApproval || a.State == ApplicationState.Returned)
            .GroupBy(a => a.State)
            .Select(g => new { Part = (int)Part.Applications, A = (int)g.Key, B = 0, Branch = "", Count = g.Count() });
        var accounts = db.Set<WeChatAccount>().InState(AccountState.AwaitingVerification, today, lapseIsOn)
            .Concat(db.Set<WeChatAccount>().Where(a => a.Stored == StoredState.LateVerificationFiled))
            .GroupBy(a => a.Stored)
            .Select(g => new { Part = (int)Part.Accounts, A = (int)g.Key, B = 0, Branch = "", Count = g.Count() });
        var months = db.Set<RegistrationApplication>().Where(a => a.SubmittedOn >= from)
            .GroupBy(a => new { a.SubmittedOn!.Value.Year, a.SubmittedOn!.Value.Month })
            .Select(g => new { Part = (int)Part.Months, A = g.Key.Year, B = g.Key.Month, Branch = "", Count = g.Count() });
        var rows = await overdue.Concat(applications).Concat(accounts).Concat(months).ToListAsync(cancel);

        int Count(Part part, int a) => rows.Where(r => r.Part == (int)part && r.A == a).Sum(r => r.Count);
        int In(ApplicationState state) => Count(Part.Applications, (int)state);
        return new(
            [
                new("形象审核中", In(ApplicationState.InReview), "/registration/applications?state=InReview"),
                new("总行审批中", In(ApplicationState.InApproval), "/registration/applications?state=InApproval"),
                new("已退回修改", In(ApplicationState.Returned), "/registration/applications?state=Returned"),
                new("已批准待认证", Count(Part.Accounts, (int)StoredState.AwaitingVerification), "/ledger/accounts?state=AwaitingVerification"),
                new("补录待确认", Count(Part.Accounts, (int)StoredState.LateVerificationFiled), "/ledger/accounts?state=LateVerificationFiled"),
                new("逾期未认证", rows.Where(r => r.Part == (int)Part.Overdue).Sum(r => r.Count), "/ledger/accounts?state=VerificationLapsed"),
            ],
            [.. rows.Where(r => r.Part == (int)Part.Overdue).Select(r => (r.Branch, r.Count))],
            [.. Enumerable.Range(0, 12).Select(i => from.AddMonths(i)).Select(month => new OverviewCount(
                $"{month.Month}月", rows.Where(r => r.Part == (int)Part.Months && r.A == month.Year && r.B == month.Month).Sum(r => r.Count), null))]);
    }
}
