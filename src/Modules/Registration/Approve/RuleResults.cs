using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Approve;

/// <summary>What one rule finds now.</summary>
/// <param name="Findings">Breaches and advice; empty when it is met.</param>
internal sealed record RuleResult(string Code, int Article, string Title, IReadOnlyList<Breach> Findings)
{
    public bool IsBreached => Findings.Any(f => !f.IsAdvice);

    public bool IsAdvice => Findings.Count > 0 && !IsBreached;
}

/// <summary>The rules that an approval asks again (R07-8), each with what it finds, so that an approver sees what was looked at.</summary>
internal static class RuleResults
{
    public static IReadOnlyList<RuleResult> Of(RegistrationApplication application, RuleCheck check, RuleCatalogue catalogue) =>
        Of(Asked(application.AccountForm, application.Level).Append("R07-8"), check, catalogue);

    /// <summary>The rules of a submission, for the applicant.</summary>
    public static IReadOnlyList<RuleResult> OfSubmission(AccountForm form, InstitutionLevel level, RuleCheck check, RuleCatalogue catalogue) =>
        Of(Asked(form, level), check, catalogue);

    private static IReadOnlyList<RuleResult> Of(IEnumerable<string> asked, RuleCheck check, RuleCatalogue catalogue)
    {
        // A finding of a rule that is not listed as asked shows all the same.
        var codes = asked.Concat(check.Findings.Select(f => f.Code).OfType<string>()).Distinct().Order(StringComparer.Ordinal);
        return [.. codes.Select(code => Result(code, check, catalogue))];
    }

    private static RuleResult Result(string code, RuleCheck check, RuleCatalogue catalogue)
    {
        var findings = check.Findings.Where(f => f.Code == code).ToList();
        var rule = catalogue.Find(code);
        return new(code, rule?.Article ?? findings[0].Article ?? 7, rule?.Title ?? code, findings);
    }

    private static IEnumerable<string> Asked(AccountForm accountForm, InstitutionLevel level)
    {
        var isBranchs = accountForm == AccountForm.SubscriptionAccount && level.IsBranch();
        IEnumerable<string> naming = isBranchs ? ["R06-1", "R06-2"] : ["R06-2", "R06-5"];
        IEnumerable<string> form = accountForm == AccountForm.ServiceAccount ? ["R05-2"] : ["R05-3"];
        return ["R03-1", "R04-1", "R05-1", .. form, .. naming, "R07-1", "R07-2"];
    }
}
