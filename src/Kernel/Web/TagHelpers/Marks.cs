using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// Days, deadlines and states as HTML: what <c>&lt;day&gt;</c>, <c>&lt;deadline&gt;</c> and <c>&lt;state-badge&gt;</c> write. The rows of
/// long lists call these directly, because a hundred tag helpers cost more than the page's query.
/// </summary>
public static class Marks
{
    private static readonly HtmlString Dash = new("—");
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>2026-11-26; a dash when there is no day.</summary>
    public static IHtmlContent ShortDay(DateOnly? day)
    {
        if (day is not { } shown)
        {
            return Dash;
        }
        var text = DayText.Short(shown);
        return new HtmlString($"<time datetime=\"{text}\">{text}</time>");
    }

    /// <summary>A state in words, with a glyph and a colour.</summary>
    /// <param name="tone">ok (done, passed), wait (with somebody), warn (needs attention), stop (refused, overdue), quiet (draft, closed).</param>
    /// <param name="text">The state's name.</param>
    public static IHtmlContent State(string tone, string text) => tone is "ok" or "wait" or "warn" or "stop" or "quiet"
        ? new HtmlString($"<span class=\"state state-{tone}\">{Encoder.Encode(text)}</span>")
        : throw new InvalidOperationException($"There is no tone '{tone}'.");

    /// <summary>还剩 2 个工作日 · 11月26日(周四)</summary>
    /// <param name="due">The last day in time.</param>
    /// <param name="left">Days left in <paramref name="unit"/>: 0 is today, negative is overdue, null shows only the day.</param>
    /// <param name="unit">What <paramref name="left"/> counts.</param>
    /// <param name="soon">From how many days on it is shown as near; null: 2 working days, or 7 of any other unit.</param>
    /// <param name="met">It was done in time.</param>
    /// <param name="provisional">Computed for a year whose holiday arrangement is not published yet.</param>
    public static IHtmlContent Deadline(
        DateOnly due, int? left, string unit = WorkingDays, int? soon = null, bool met = false, bool provisional = false)
    {
        var (tone, words) = Words(left, unit, soon ?? (unit == WorkingDays ? 2 : 7), met);
        var said = words.Length > 0 ? $"<b>{Encoder.Encode(words)}</b> " : "";
        var day = words.Length > 0 ? DayText.WithoutYear(due) : DayFormat.Day(due);
        var note = provisional ? " <i>暂定，节假日安排尚未公布</i>" : "";
        return new HtmlString($"<span class=\"deadline deadline-{tone}\">{said}<time datetime=\"{DayText.Short(due)}\">{day}</time>{note}</span>");
    }

    internal const string WorkingDays = "工作日";

    private static (string Tone, string Words) Words(int? left, string unit, int soon, bool met)
    {
        var count = unit == WorkingDays ? "个工作日" : unit;
        return (met, left) switch
        {
            (true, _) => ("ok", "已按期完成"),
            (_, null) => ("quiet", ""),
            (_, < 0) => ("stop", $"已逾期 {-left} {count}"),
            (_, 0) => ("stop", "今天到期"),
            (_, { } days) when days <= soon => ("warn", $"还剩 {days} {count}"),
            (_, { } days) => ("quiet", $"还剩 {days} {count}"),
        };
    }
}
