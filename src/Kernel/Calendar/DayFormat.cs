using static System.FormattableString;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>Days and deadlines in the Chinese of the screens; the same in every culture and time zone.</summary>
public static class DayFormat
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>2026年11月26日(周四)</summary>
    public static string Day(DateOnly day) => Invariant($"{Date(day)}(周{Weekday(day)})");

    /// <summary>2026年11月26日(周四); with 暂定 in the brackets while the year's holidays are not published.</summary>
    public static string Day(CalendarDay day) =>
        day.Provisional ? Invariant($"{Date(day.Date)}(周{Weekday(day.Date)}，暂定)") : Day(day.Date);

    /// <summary>2026年11月26日(周四) 14:03, in Beijing time.</summary>
    /// <param name="utc">The instant; kinds as in <see cref="BeijingTime.ToBeijing"/>.</param>
    public static string DayAndTime(DateTime utc)
    {
        var beijing = BeijingTime.ToBeijing(utc);
        return Invariant($"{Day(DateOnly.FromDateTime(beijing))} {beijing.Hour:00}:{beijing.Minute:00}");
    }

    /// <summary>
    /// How long is left until the end of a day: 还剩 n 个工作日 (today not counted, the last day counted), 今天到期, or 已逾期 n 天
    /// (calendar days). When only days off are left it says so in calendar days instead of "0 个工作日".
    /// </summary>
    /// <param name="lastDay">The last Beijing day that is still in time.</param>
    /// <param name="today">Today in Beijing.</param>
    /// <param name="calendar">The calendar in force.</param>
    public static string TimeLeft(DateOnly lastDay, DateOnly today, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var days = lastDay.DayNumber - today.DayNumber;
        if (days == 0) return "今天到期";
        if (days < 0) return Invariant($"已逾期 {-days} 天");

        var workingDays = calendar.WorkingDaysBetween(today, lastDay);
        return workingDays > 0 ? Invariant($"还剩 {workingDays} 个工作日") : Invariant($"还剩 {days} 天(均为休息日)");
    }

    private static string Date(DateOnly day) => Invariant($"{day.Year}年{day.Month}月{day.Day}日");

    private static char Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];
}
