using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>工作日历: a year at a glance, for everybody.</summary>
public sealed class CalendarPage : GovPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    internal ShowCalendar.Answer? Shown { get; private set; }

    public bool MayManage => Me.Has(Duties.SystemAdministrator);

    public async Task<IActionResult> OnGet()
    {
        var shown = await Send(new ShowCalendar.Query(Year));
        if (shown.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Shown = shown.Value;
        return Page();
    }

    internal static string? ClassOf(ShowCalendar.Day day) => day switch
    {
        { IsWorked: true, IsSpecial: true } => "day-worked",
        { IsWorked: true } => null,
        { IsSpecial: true } => "day-off",
        _ => "day-weekend",
    };
}
