using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>One rule: what it says, what it rests on, how often it refused something.</summary>
public sealed class RulePage : GovPage
{
    internal ListRules.Item? Rule { get; private set; }

    internal bool MayReadAudit => AuditPermissions.MayRead(Me);

    public async Task<IActionResult> OnGet(string code)
    {
        var outcome = await Send(new ReadRule.Query(code));
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        Rule = outcome.Value;
        return Page();
    }
}
