using System.Globalization;
using CsCheck;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.UnitTests.Calendar;

/// <summary>Short words for days in these tests.</summary>
internal static class Days
{
    /// <summary>Any covered day.</summary>
    public static readonly Gen<DateOnly> Covered = Between(WorkCalendar.FirstDay, WorkCalendar.LastDay);

    /// <summary>Any day that .NET has, the uncovered ones included.</summary>
    public static readonly Gen<DateOnly> Any = Between(DateOnly.MinValue, DateOnly.MaxValue);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static CalendarDay Certain(string text) => new(Day(text), false);

    public static CalendarDay Provisional(string text) => new(Day(text), true);

    public static IEnumerable<DateOnly> Through(this DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1)) yield return day;
    }

    public static Gen<DateOnly> Between(DateOnly first, DateOnly last) =>
        Gen.Int[first.DayNumber, last.DayNumber].Select(DateOnly.FromDayNumber);
}
