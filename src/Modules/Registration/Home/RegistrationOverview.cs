using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Contracts;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Home;

/// <summary>The home page's panels. Each is one statement: the parts are gathered by UNION ALL.</summary>
internal sealed class RegistrationOverview(
    GovDbContext db, CurrentPerson me, IInstitutions institutions, TimeProvider clock, WorkCalendarSource calendar, IRuleSwitches switches)
    : IRegistrationOverview
{
    private const int Most = 8;

    public async Task<MyRegistrations> Mine(CancellationToken cancel)
    {
        var (now, today, lapseIsOn) = (clock.UtcNow(), clock.BeijingToday(), switches.IsOn("R07-7"));
        var soon = today.AddDays(VerificationRules.YearlyReminders.Max());
        var applications = MyApplications()
            .OrderByDescending(a => a.State == ApplicationState.Returned).ThenByDescending(a => a.UpdatedAt).Take(Most)
            .Select(a => new Row
            {
                IsAccount = false,
                Id = a.Id,
                Number = a.Number,
                Name = a.Form.Name,
                Institution = a.InstitutionName,
                State = (int)a.State,
                Due = a.SubmittedOn,
                Until = a.SubmittedOn,
                Lapsed = false,
                Provisional = false,
            });
        var accounts = db.Set<WeChatAccount>().VisibleTo(me)
            .Where(a => a.Stored == StoredState.AwaitingVerification || (a.Stored == StoredState.Verified && a.VerifiedUntil <= soon))
            .OrderBy(a => a.Stored == StoredState.AwaitingVerification ? a.VerificationDue : a.VerifiedUntil).ThenBy(a => a.Id).Take(Most)
            .Select(a => new Row
            {
                IsAccount = true,
                Id = a.Id,
                Number = a.ApplicationNumber,
                Name = a.Name,
                Institution = a.InstitutionName,
                State = (int)a.Stored,
                Due = a.VerificationDue,
                Until = a.VerifiedUntil,
                Lapsed = a.LapseRecorded,
                Provisional = a.VerificationDueIsProvisional,
            });
        var rows = await applications.Concat(accounts).ToListAsync(cancel);
        return new(
            [.. rows.Where(r => !r.IsAccount).Select(r => Application(r))],
            [.. rows.Where(r => r.IsAccount).Select(r => Account(r, now, today, lapseIsOn)).OrderBy(i => i.Due)]);
    }

    /// <summary>What my department, or my lower unit, has with the applicant or under way; nothing for the other departments.</summary>
    private IQueryable<RegistrationApplication> MyApplications()
    {
        var (institution, asDepartment, asUnit) =
            (me.InstitutionId, me.In(DepartmentKind.EBanking), me.Level >= InstitutionLevel.SubBranch);
        return db.Set<RegistrationApplication>().Where(a =>
            ((asDepartment && a.ManagingBranchId == institution) || (asUnit && a.InstitutionId == institution))
            && a.State != ApplicationState.Approved && a.State != ApplicationState.Rejected && a.State != ApplicationState.Discarded);
    }

    private static OverviewItem Application(Row row)
    {
        var state = (ApplicationState)row.State;
        return new(row.Number, string.IsNullOrEmpty(row.Name) ? "（未命名）" : row.Name, row.Institution, state.Chinese(), state.Tone(),
            $"/registration/applications/{row.Id}", null, null, Yearly: false, Provisional: false);
    }

    private OverviewItem Account(Row row, DateTime now, DateOnly today, bool lapseIsOn)
    {
        var stored = (StoredState)row.State;
        var state = AccountStates.At(stored, row.Due, row.Until, row.Lapsed, now, lapseIsOn);
        var yearly = stored == StoredState.Verified;
        var due = (yearly ? row.Until : row.Due)!.Value;
        var left = yearly ? due.DayNumber - today.DayNumber : calendar.Current.WorkingDaysBetween(today, due);
        return new(row.Number, row.Name!, row.Institution, state.Chinese(), state.Tone(), $"/ledger/accounts/{row.Id}",
            due, left, yearly, row.Provisional && !yearly);
    }

    public async Task<BankFigures?> Bank(CancellationToken cancel)
    {
        if (!(me.AtHeadOffice && me.In(DepartmentKind.EBanking)))
        {
            return null;
        }
        var figures = await new BankCounts(db, institutions).Of(clock.BeijingToday(), switches.IsOn("R07-7"), cancel);
        return new(
            figures.Stages,
            [.. figures.Overdue.OrderByDescending(o => o.Count).Select(o => new OverviewCount(
                o.Branch.Length == 0 ? "总行" : o.Branch, o.Count, "/ledger/accounts?state=VerificationLapsed"))],
            figures.Months);
    }

    /// <summary>A line of either kind; the columns that one lacks repeat one of the same type.</summary>
    private sealed class Row
    {
        public bool IsAccount { get; init; }

        public Guid Id { get; init; }

        public string? Number { get; init; }

        public string? Name { get; init; }

        public required string Institution { get; init; }

        public int State { get; init; }

        public DateOnly? Due { get; init; }

        public DateOnly? Until { get; init; }

        /// <summary>Of an account: the lapse is recorded.</summary>
        public bool Lapsed { get; init; }

        /// <summary>Of an account: the day is provisional.</summary>
        public bool Provisional { get; init; }
    }
}
