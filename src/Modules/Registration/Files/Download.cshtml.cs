using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Files;

/// <summary>One file of an application: pictures in the page unless they are to be saved, documents to be saved.</summary>
internal sealed class DownloadPage : GovPage
{
    /// <param name="id">The application.</param>
    /// <param name="fileId">The file.</param>
    /// <param name="download">Pictures too are to be saved.</param>
    public async Task<IActionResult> OnGet(Guid id, Guid fileId, bool download)
    {
        var outcome = await Send(new DownloadApplicationFile.Command(id, fileId, download));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : outcome.Value;
    }
}
