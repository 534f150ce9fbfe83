using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>The first step of an import: the file.</summary>
public sealed class ImportUploadPage : GovPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IActionResult OnGet() => Me.Has(Duties.SystemAdministrator)
        ? Page()
        : Refuse(Outcome.Forbidden(Breach.OfShape(null, "机构由系统管理员维护。请联系系统管理员办理。")));

    public async Task<IActionResult> OnPost()
    {
        // One byte above the limit is enough for the validator to say that it is too large.
        var content = Upload is null ? [] : await Upload.ReadAtMost(CheckRegister.MostBytes + 1, HttpContext.RequestAborted);
        var outcome = await Send(new CheckRegister.Command(Upload?.FileName ?? "", content));
        return outcome.Refusal is { } refusal
            ? Refuse(refusal)
            : Next($"/organisation/institutions/import/{outcome.Value}");
    }
}
