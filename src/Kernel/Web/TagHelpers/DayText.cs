using static System.FormattableString;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>Short forms of days, beside the full one of <see cref="Calendar.DayFormat"/>.</summary>
internal static class DayText
{
    /// <summary>11月26日(周四), for places where the year is beyond doubt.</summary>
    public static string WithoutYear(DateOnly day)
    {
        var full = Calendar.DayFormat.Day(day);
        return full[(full.IndexOf('年', StringComparison.Ordinal) + 1)..];
    }

    /// <summary>2026-11-26, for columns and for the browser.</summary>
    public static string Short(DateOnly day) => Invariant($"{day:yyyy-MM-dd}");
}
