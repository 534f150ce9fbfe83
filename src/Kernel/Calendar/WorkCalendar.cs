namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// The working days of mainland China: Monday to Friday without the days off that the State Council arranges, and with the
/// weekend days that are worked for them. All days are Beijing days. Immutable.
/// <para>
/// A year whose arrangement is not published (or only in part) goes by weekends and the holidays that the law fixes, and what is
/// computed from it is provisional.
/// </para>
/// <para>
/// Nothing here throws for a day out of range. Screens refuse what is not <see cref="Covers">covered</see>; a computation that
/// starts or ends outside goes on from the nearest covered day, and its result is covered and provisional.
/// </para>
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>The first and the last day covered.</summary>
    public static readonly DateOnly
        FirstDay = new(CalendarYear.FirstYear, 1, 1), LastDay = new(CalendarYear.LastYear, 12, 31);

    private readonly WorkingDayBits _working;
    private readonly Dictionary<DateOnly, string> _daysOff = [];
    private readonly Dictionary<int, CalendarYear> _years = [];

    /// <param name="years">
    /// The arrangements known, in the order in which they came in. Of one year the later whole arrangement replaces the
    /// earlier; a part of a year (<see cref="CalendarYear.IsComplete"/> is false) is put over what was known.
    /// </param>
    public WorkCalendar(IEnumerable<CalendarYear> years)
    {
        ArgumentNullException.ThrowIfNull(years);
        foreach (var year in years)
            _years[year.Year] = !year.IsComplete && _years.TryGetValue(year.Year, out var known) ? known.With(year) : year;

        HashSet<DateOnly> workedWeekendDays = [];
        for (var year = FirstDay.Year; year <= LastDay.Year; year++)
        {
            _years.TryGetValue(year, out var arrangement);
            if (arrangement is not { IsComplete: true })
                foreach (var (date, name) in StatutoryDays.Of(year)) _daysOff.TryAdd(date, name);
            if (arrangement is null) continue;
            foreach (var (date, name) in arrangement.DaysOff) _daysOff[date] = name;
            foreach (var date in arrangement.WorkedWeekendDays.Keys)
            {
                _daysOff.Remove(date);
                workedWeekendDays.Add(date);
            }
        }

        _working = new WorkingDayBits(IndexOf(LastDay) + 1, index =>
        {
            var day = FirstDay.AddDays(index);
            return CalendarYear.IsWeekend(day) ? workedWeekendDays.Contains(day) : !_daysOff.ContainsKey(day);
        });
    }

    /// <summary>The calendar of the arrangements that come with the program (2018–2026).</summary>
    public static WorkCalendar Shipped { get; } = new(ShippedYears.Read());

    /// <summary>The arrangements that this calendar goes by, in order of year; a partial one among them is not a publication.</summary>
    public IEnumerable<CalendarYear> Years => _years.Values.OrderBy(year => year.Year);

    /// <summary>Whether the calendar knows this day at all: 1 January 2018 to 31 December 2100.</summary>
    public static bool Covers(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>This calendar with further arrangements that came in later; see the constructor for what replaces what.</summary>
    public WorkCalendar With(IEnumerable<CalendarYear> later) => new(Years.Concat(later));

    /// <summary>Whether the year's whole arrangement is known.</summary>
    public bool IsPublished(int year) => _years.TryGetValue(year, out var arrangement) && arrangement.IsComplete;

    /// <summary>Whether it is not certain yet if this day is worked; true for every day that is not covered.</summary>
    public bool IsProvisional(DateOnly day) => !IsPublished(day.Year);

    /// <summary>Whether the day is worked. A day that is not covered goes by Monday to Friday alone.</summary>
    public bool IsWorkingDay(DateOnly day) => Covers(day) ? _working[IndexOf(day)] : !CalendarYear.IsWeekend(day);

    /// <summary>What the day is, for people: the holiday's name, 调休上班, 周末 or 工作日.</summary>
    public string Describe(DateOnly day) =>
        !Covers(day) ? $"超出工作日历范围（{FirstDay.Year}年至{LastDay.Year}年）"
        : _daysOff.TryGetValue(day, out var holiday) ? holiday
        : (IsWorkingDay(day), CalendarYear.IsWeekend(day)) switch
        {
            (true, true) => "调休上班",
            (true, false) => "工作日",
            _ => "周末",
        };

    /// <summary>The day itself when it is worked, otherwise the next working day.</summary>
    public CalendarDay OnOrAfter(DateOnly day)
    {
        var start = Clamp(day);
        var end = Nth(_working.CountBefore(IndexOf(start)) + 1L);
        return new CalendarDay(end, AnyProvisional(start, end) || !Covers(day) || end < start);
    }

    /// <summary>
    /// The nth working day after a day that does not itself count, whether it is worked or not; with a negative n the nth one
    /// before it, with 0 <see cref="OnOrAfter"/>. Always a working day.
    /// </summary>
    public CalendarDay AddWorkingDays(DateOnly from, int n)
    {
        if (n == 0) return OnOrAfter(from);
        var start = Clamp(from);
        var ordinal = (n > 0 ? _working.CountThrough(IndexOf(start)) : _working.CountBefore(IndexOf(start)) + 1L) + n;
        var end = Nth(ordinal);
        var ranOut = ordinal < 1 || ordinal > _working.Total || !Covers(from);
        return new CalendarDay(end, ranOut || (n > 0 ? AnyProvisional(start.AddDays(1), end) : AnyProvisional(end, start.AddDays(-1))));
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/> and up to <paramref name="to"/>, that one included; negative, and
    /// counted from the other side, when <paramref name="to"/> is earlier. Undoes <see cref="AddWorkingDays"/> for n other than 0.
    /// </summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var (start, end) = (IndexOf(Clamp(from)), IndexOf(Clamp(to)));
        return end >= start
            ? _working.CountThrough(end) - _working.CountThrough(start)
            : _working.CountBefore(end) - _working.CountBefore(start);
    }

    private DateOnly Nth(long ordinal) => FirstDay.AddDays(_working.Nth((int)Math.Clamp(ordinal, 1, _working.Total)));

    private bool AnyProvisional(DateOnly first, DateOnly last)
    {
        for (var year = first.Year; year <= last.Year; year++)
            if (!IsPublished(year)) return true;
        return false;
    }

    private static int IndexOf(DateOnly day) => day.DayNumber - FirstDay.DayNumber;

    private static DateOnly Clamp(DateOnly day) => day < FirstDay ? FirstDay : day > LastDay ? LastDay : day;
}
