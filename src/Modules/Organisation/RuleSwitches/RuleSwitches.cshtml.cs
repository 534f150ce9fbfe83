using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.RuleSwitches;

/// <summary>规则开关, for the security administrator; administrators and auditors may look.</summary>
public sealed class RuleSwitchesPage : GovPage
{
    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "on")]
    public bool On { get; set; }

    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    internal IReadOnlyList<ListRuleSwitches.Item> Rules { get; private set; } = [];

    public bool MaySwitch => Me.Has(Duties.SecurityAdministrator);

    public async Task<IActionResult> OnGet() => await Load() ?? Page();

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Send(new SwitchRule.Command(Code ?? "", On, Reason ?? ""));
        return outcome.Refusal is { } refusal
            ? await Load() ?? Refuse(refusal)
            : Next("/organisation/rule-switches", $"规则 {Code} 已{(On ? "启用" : "停用")}。");
    }

    private async Task<IActionResult?> Load()
    {
        var rules = await Send(new ListRuleSwitches.Query());
        if (rules.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Rules = rules.Value;
        return null;
    }
}
