using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>The period of one month as the Civil Code counts it (民法典 articles 201–203). Article 7.</summary>
public static class StatutoryPeriod
{
    /// <summary>
    /// The last day on which the verification of an account approved on a Beijing day is in time, until 24:00 of it. The day of
    /// approval does not count; the month ends on the same day of the next month, or on its last day when it has none; when that
    /// is a day off by the calendar, it ends with the next working day. An ordinary weekend counts as 法定休假日, a worked weekend
    /// day does not.
    /// </summary>
    [Article(7, "经审批同意后需在一个月内完成微信账号的官方认证")]
    public static CalendarDay OneMonthFrom(DateOnly approvedOn, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        // AddMonths answers the last day of the month where the day is missing, which is what article 202 says.
        return calendar.OnOrAfter(approvedOn < WorkCalendar.LastDay ? approvedOn.AddMonths(1) : approvedOn);
    }

    /// <summary>
    /// 24:00 Beijing time of the last day as an instant, kind Utc. Exclusive: what happens before it is in time, the instant
    /// itself is too late.
    /// </summary>
    public static DateTime EndsAtUtc(DateOnly lastDay) => BeijingTime.EndOfDayUtc(lastDay);
}
