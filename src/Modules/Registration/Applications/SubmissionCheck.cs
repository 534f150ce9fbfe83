using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Plans;

namespace WeChatBankGov.Registration.Applications;

/// <summary>
/// The submission's rules as one list, in the order of the articles, on the facts of the moment: for the precheck, the
/// submission itself, and again for the approval (R07-8).
/// </summary>
internal sealed class SubmissionCheck(
    GovDbContext db, SubmissionCheck.Statements statements, NameHolders holders, IInstitutions institutions, BankOptions bank, GovSettings settings,
    WorkCalendarSource calendar, TimeProvider clock)
{
    /// <summary>What it looks up each time, compiled once for each host: a compiled query knows the model that it was made for.</summary>
    internal sealed class Statements
    {
        public Func<GovDbContext, Guid, CancellationToken, Task<Plan?>> Plan { get; } =
            EF.CompileAsyncQuery((GovDbContext db, Guid id, CancellationToken _) => db.Set<Plan>().AsNoTracking().SingleOrDefault(p => p.Id == id));

        /// <summary>Who holds one of two keys and is not that application; seen from a branch.</summary>
        public Func<GovDbContext, string, string, Guid, Guid, CancellationToken, Task<Claimed?>> Holder { get; } =
            EF.CompileAsyncQuery((GovDbContext db, string name, string branch, Guid application, Guid managingBranch, CancellationToken _) =>
                db.Set<NameClaim>().AsNoTracking()
                    .Where(c => (c.Key == name || c.Key == branch) && c.ApplicationId != application)
                    .LeftJoin(db.Set<RegistrationApplication>(), c => c.ApplicationId, a => (Guid?)a.Id, (c, a) => new
                    {
                        c.Key,
                        c.Holder,
                        c.ApplicationId,
                        IsOwn = c.ApplicationId != null && a!.ManagingBranchId == managingBranch,
                    })
                    .OrderBy(c => c.Key)
                    .Select(c => new Claimed(c.Key, c.Holder, c.ApplicationId, c.IsOwn))
                    .FirstOrDefault());
    }

    internal sealed record Claimed(string Key, string Holder, Guid? ApplicationId, bool IsOwn);

    /// <summary>All rules of a submission today.</summary>
    public async Task<RuleCheck> ForSubmission(RegistrationApplication application, CancellationToken cancel)
    {
        var facts = await Gather(application, cancel);
        return Rules.Check(
            [.. CommonRules(application, facts),
            FilingRules.LodgedEarlyEnough(
                facts.Today, application.Form.PlannedRegistrationDate, calendar.Current, settings.LeadTimeReading)]);            // 第七条
    }

    /// <summary>The same rules again, the lead time apart, before the head office approves.</summary>
    /// <param name="application">With its files.</param>
    /// <param name="reachedAt">When it reached the head office, UTC.</param>
    /// <param name="cancel">Cancels the look-ups.</param>
    public async Task<RuleCheck> ForApproval(RegistrationApplication application, DateTime reachedAt, CancellationToken cancel)
    {
        var facts = await Gather(application, cancel);
        var planned = application.Form.PlannedRegistrationDate;
        return Rules.Check(
            FilingRules.StillHoldsAtApproval(facts.Today, planned, Rules.Check([.. CommonRules(application, facts)])),           // 第七条
            FilingRules.LeadTimeAsAdvice(
                BeijingTime.BeijingDayOf(reachedAt), planned, calendar.Current, settings.LeadTimeReading));
    }

    private IEnumerable<Breach>[] CommonRules(RegistrationApplication application, Facts facts)
    {
        var (account, form) = (application.AccountForm, application.Form);
        FileSlot[] slots = [.. application.Files.Select(f => f.Slot)];
        return
        [
            PlanRules.PlanInForce(facts.Plan, application.InstitutionId, facts.Today),                                          // 第三条
            IdentityRules.ElementsPresent(form.Name, slots),                                                                    // 第四条
            ApplicantRules.NameIsNotStanding(form.Name, bank.StandingAccounts),                                                 // 第五条
            ApplicantRules.ServiceAccountIsJustified(account, form.Justification),                                              // 第五条
            ApplicantRules.LevelMayApply(account, facts.Institution.Level, facts.Institution.Name),                              // 第五条
            NameRules.NameIsUnified(account, facts.Institution.Level, form.Name, facts.Institution.PlaceName, bank),                  // 第六条
            NameRules.OneAccountOneName(
                account, facts.Institution.PlaceNameUnsettled, facts.Institution.PlaceName, facts.Holder?.Text, facts.Holder?.IsOwn ?? true),                      // 第六条
            NameRules.NameIsTheBanksAndItsOwn(account, facts.Institution.Level, form.Name, bank, facts.BranchNames),                  // 第六条
            FormRules.FormComplete(account, form, slots, settings.NameWidth),                                                              // 第七条
            TransactionRules.HostIsOneOfTheTwo(form.HostsTransactions, form.Name, bank),                                        // 第十六条
        ];
    }

    private async Task<Facts> Gather(RegistrationApplication application, CancellationToken cancel)
    {
        var institution = await institutions.Find(application.InstitutionId, cancel)
            ?? throw new InvalidOperationException("The applying institution is not in the register.");
        var plan = application.Form.PlanId is { } planId
            ? await statements.Plan(db, planId, cancel)
            : null;
        var branchNames = application.AccountForm == AccountForm.ServiceAccount || institution.Level == InstitutionLevel.HeadOffice
            ? (await institutions.BranchPlaces(cancel)).Select(bank.BranchAccountName)
            : [];
        return new(clock.BeijingToday(), institution, plan, await Holder(application, cancel), branchNames);
    }

    /// <summary>Who holds the name, or the branch's one place; null when both are free or the application's own.</summary>
    private async Task<Holding?> Holder(RegistrationApplication application, CancellationToken cancel)
    {
        var keys = ClaimKeys(application).ToList();
        if (keys.Count == 0)
        {
            return null;
        }
        var claim = await statements.Holder(db, keys[0], keys[^1], application.Id, application.ManagingBranchId, cancel);
        if (claim is null)
        {
            return null;
        }
        var holder = (await holders.AccountOf(claim.ApplicationId, cancel))?.Words ?? claim.Holder;
        return claim.Key.StartsWith("branch:", StringComparison.Ordinal)
            ? new($"{application.InstitutionName}已有一个在用或在办的订阅号：{holder}。", claim.IsOwn)
            : new($"名称“{application.Form.Name}”已被占用{(claim.IsOwn ? "：" + holder : "")}。", claim.IsOwn);
    }

    /// <summary>What a submitted application holds until it ends.</summary>
    public static IEnumerable<string> ClaimKeys(RegistrationApplication application)
    {
        if (application.Form.Name is { Length: > 0 } name)
        {
            yield return NameClaim.ForName(name);
        }
        if (application.AccountForm == AccountForm.SubscriptionAccount && application.Level.IsBranch())
        {
            yield return NameClaim.ForBranch(application.InstitutionId);
        }
    }

    private sealed record Facts(
        DateOnly Today, InstitutionInfo Institution, Plan? Plan, Holding? Holder, IEnumerable<string> BranchNames);

    /// <summary>What holds the name or the place, and whether it is the applicant's own branch's.</summary>
    private sealed record Holding(string Text, bool IsOwn);
}
