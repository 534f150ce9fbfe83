using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Ledger;

/// <summary>证明文件 of an account's verification: sent, never a page.</summary>
public sealed class EvidencePage : GovPage
{
    public async Task<IActionResult> OnGet(Guid id)
    {
        var outcome = await Send(new DownloadEvidence.Command(id));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : outcome.Value;
    }
}
