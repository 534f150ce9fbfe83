using FluentValidation;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>A Beijing day in an address, written 2026-11-23.</summary>
internal static class DayParameter
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>The day. Throws for a text with a <see cref="Problem"/>.</summary>
    public static DateOnly Read(string? text) => DateOnly.ParseExact(text!, Format);

    /// <summary>What is wrong with the text, in Chinese and naming the parameter; null when it is a day that the calendar covers.</summary>
    public static string? Problem(string name, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return $"缺少参数 {name}：请给出日期，例如 {name}=2026-11-23。";
        }
        if (!DateOnly.TryParseExact(text, Format, out var day))
        {
            return $"参数 {name} 的值“{Short(text)}”不是日历上有的日期：请写作 2026-11-23 的样式。";
        }
        return WorkCalendar.Covers(day)
            ? null
            : $"参数 {name} 的日期 {text} 超出工作日历的范围，应在 {WorkCalendar.FirstDay.Year} 年至 {WorkCalendar.LastDay.Year} 年之间。";
    }

    /// <summary>Refuses with <see cref="Problem"/>.</summary>
    public static void MustBeADay<T>(this IRuleBuilder<T, string?> rule, string name) => rule.Custom((text, context) =>
    {
        if (Problem(name, text) is { } problem)
        {
            context.AddFailure(problem);
        }
    });

    /// <summary>Enough of what was sent to recognise it by.</summary>
    public static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
