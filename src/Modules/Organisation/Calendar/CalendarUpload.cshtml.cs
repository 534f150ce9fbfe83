using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>The first step of importing a year: the file.</summary>
public sealed class CalendarUploadPage : GovPage
{
    [BindProperty]
    public IFormFile? Upload { get; set; }

    public IActionResult OnGet() => Me.Has(Duties.SystemAdministrator)
        ? Page()
        : Refuse(Outcome.Forbidden(Breach.OfShape(null, "工作日历由系统管理员维护。")));

    public async Task<IActionResult> OnPost()
    {
        var content = Upload is null ? [] : await Upload.ReadAtMost(UploadCalendar.MostBytes + 1, HttpContext.RequestAborted);
        var outcome = await Send(new UploadCalendar.Command(Upload?.FileName ?? "", content));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Next($"/organisation/calendar/import/{outcome.Value}");
    }
}
