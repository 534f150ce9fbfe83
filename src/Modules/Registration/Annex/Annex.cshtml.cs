using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Annex;

/// <summary>申请表 as a document: sent, never a page.</summary>
public sealed class AnnexPage : GovPage
{
    public async Task<IActionResult> OnGet(Guid id)
    {
        var outcome = await Send(new DownloadAnnex.Command(id));
        return outcome.Refusal is { } refusal
            ? Refuse(refusal)
            : File(outcome.Value.Content, DownloadAnnex.ContentType, outcome.Value.FileName);
    }
}
