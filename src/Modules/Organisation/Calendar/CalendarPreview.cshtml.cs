using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>The second step of importing a year: what it would change, and doing it.</summary>
public sealed class CalendarPreviewPage : GovPage
{
    [BindProperty(Name = "seal")]
    public string? Seal { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    internal PreviewCalendar.Answer? Found { get; private set; }

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) ?? Page();

    public async Task<IActionResult> OnPost(Guid id)
    {
        var outcome = await Send(new ImportCalendar.Command(id, Seal ?? "", Source ?? ""));
        return outcome.Refusal is { } refusal
            ? await Load(id) ?? Refuse(refusal)
            : Next("/organisation/calendar", "节假日安排已导入并生效。");
    }

    private async Task<IActionResult?> Load(Guid id)
    {
        var found = await Send(new PreviewCalendar.Query(id));
        if (found.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Found = found.Value;
        return null;
    }
}
