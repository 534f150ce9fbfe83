using System.Globalization;
using FluentValidation;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>A Beijing day as somebody typed it. The browser's own control sends 2026-11-26; without one people write 2026/11/26 too.</summary>
public static class DayInput
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d"];

    /// <summary>Null when nothing was typed, or nothing that is a day.</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>What is said of a text that is no day: 31 June, 后天.</summary>
    public static string Unreadable(string text) =>
        $"“{(text.Length <= 40 ? text : text[..40] + "…")}”不是有效的日期，请写作 2026-11-26 的样式。";

    /// <summary>Something was typed, it is a day, and one that the calendar covers.</summary>
    /// <param name="rule">Of the text.</param>
    /// <param name="name">What the day is, in Chinese: 认证日期.</param>
    public static void IsADay<T>(this IRuleBuilder<T, string?> rule, string name) => rule.Custom((text, context) =>
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            context.AddFailure($"请填写{name}。");
        }
        else if (Read(text) is not { } day)
        {
            context.AddFailure(Unreadable(text));
        }
        else if (!WorkCalendar.Covers(day))
        {
            context.AddFailure($"{name}不是合理的日期。");
        }
    });
}
