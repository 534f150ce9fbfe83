using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>我的通知.</summary>
public sealed class NoticesPage(TimeProvider clock) : GovPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    internal ListPage<ListNotices.Item>? List { get; private set; }

    /// <summary>When the list was shown, UTC in ticks: "all read" means all that could be seen.</summary>
    internal string ShownAt => clock.UtcNow().Ticks.ToString(CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGet()
    {
        var outcome = await Send(new ListNotices.Query(PageRequest.Of(Number, null)));
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        List = outcome.Value;
        return Page();
    }

    /// <summary>Reads the notice and goes where it leads.</summary>
    public async Task<IActionResult> OnPostOpen(Guid id)
    {
        var outcome = await Send(new MarkNoticeRead.Command(id));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Next(outcome.Value);
    }

    public async Task<IActionResult> OnPostRead(Guid id)
    {
        var outcome = await Send(new MarkNoticeRead.Command(id));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Next("/notices" + (Number > 1 ? $"?p={Number}" : ""));
    }

    public async Task<IActionResult> OnPostReadAll(long? shownAt)
    {
        DateTime? until = shownAt is > 0 and < 3_155_378_975_999_999_999 ? new DateTime(shownAt.Value, DateTimeKind.Utc) : null;
        var outcome = await Send(new MarkAllNoticesRead.Command(until));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Next("/notices", $"已将 {outcome.Value} 条通知标为已读");
    }
}
