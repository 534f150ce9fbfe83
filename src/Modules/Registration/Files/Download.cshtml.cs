using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Files;

/// <summary>One file of an application: pictures in the page, documents to be saved.</summary>
internal sealed class DownloadPage : GovPage
{
    public async Task<IActionResult> OnGet(Guid id, Guid fileId)
    {
        var outcome = await Send(new DownloadApplicationFile.Command(id, fileId));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : outcome.Value;
    }
}
