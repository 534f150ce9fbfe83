using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>How 提前至少3个工作日 is read.</summary>
public enum LeadTimeReading
{
    /// <summary>From the third working day after the day of submission on: Monday, then Thursday.</summary>
    ThirdWorkingDay,

    /// <summary>Three whole working days lie in between: Monday, then Friday.</summary>
    ThreeClearWorkingDays,
}

/// <summary>How long before the planned registration day an application is submitted. Article 7.</summary>
public static class LeadTime
{
    /// <summary>The working days that the article asks for.</summary>
    public const int WorkingDays = 3;

    /// <summary>
    /// The earliest registration day that may be planned by an application submitted on this Beijing day. The day of submission
    /// itself does not count, be it worked or not. The planned day needn't be a working day, so by the stricter reading the
    /// answer can be a day off: submitted on Tuesday, Saturday.
    /// </summary>
    [Article(7, "各级机构注册微信银行需提前至少3个工作日向总行电子银行部/网络金融部递交")]
    public static CalendarDay EarliestDay(
        DateOnly submittedOn, WorkCalendar calendar, LeadTimeReading reading = LeadTimeReading.ThirdWorkingDay)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var third = calendar.AddWorkingDays(submittedOn, WorkingDays);
        return reading == LeadTimeReading.ThreeClearWorkingDays && third.Date < WorkCalendar.LastDay
            ? third with { Date = third.Date.AddDays(1) }
            : third;
    }

    /// <summary>
    /// The Beijing day that a submission made today counts as made on: today, a day off too. It is not moved to the next
    /// working day, because the three days after it are working days all the same.
    /// </summary>
    public static DateOnly SubmissionDayFor(DateOnly today) => today;

    /// <summary>
    /// The last Beijing day on which an application could have been submitted for this planned day, for the refusal to name; it
    /// may be a day off. The reverse of <see cref="EarliestDay"/>.
    /// </summary>
    public static CalendarDay LatestSubmissionDay(
        DateOnly plannedOn, WorkCalendar calendar, LeadTimeReading reading = LeadTimeReading.ThirdWorkingDay)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var plannedDayIsOne = reading == LeadTimeReading.ThirdWorkingDay && calendar.IsWorkingDay(plannedOn);
        var firstOfThree = calendar.AddWorkingDays(plannedOn, plannedDayIsOne ? 1 - WorkingDays : -WorkingDays);
        return firstOfThree with { Date = firstOfThree.Date.AddDays(-1) };
    }
}
