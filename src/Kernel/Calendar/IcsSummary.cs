using System.Text.RegularExpressions;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>What the title of an event in a published holiday calendar says.</summary>
internal static partial class IcsSummary
{
    /// <summary>
    /// Whether it names a worked weekend day (true), a day off (false), or says neither (null). 班 goes before 休, because 调休上班
    /// has both; 调休 alone can mean either.
    /// </summary>
    public static bool? IsWorked(string summary) =>
        summary.Contains('班') ? true : MeansOff().IsMatch(summary) ? false : null;

    /// <summary>国庆节 out of 国庆节 假期 第1天/共7天, 国庆节（休） and the like; 调休 or 放假 when no holiday is named.</summary>
    public static string NameIn(string summary, bool worked)
    {
        var name = NotTheName().Replace(summary, "").Trim('、');
        return name.Length > 0 ? name[..Math.Min(name.Length, CalendarYear.NameLength)] : worked ? "调休" : "放假";
    }

    [GeneratedRegex("(?<!调)休|放假|假期|假日")]
    private static partial Regex MeansOff();

    [GeneratedRegex(@"第\d+天|共\d+天|\d+/\d+|^节假[日期]|假期|假日|放假|休假|调休|补休|补班|上班|休|班|[\p{P}\p{S}\p{Z}-[、]]")]
    private static partial Regex NotTheName();
}
