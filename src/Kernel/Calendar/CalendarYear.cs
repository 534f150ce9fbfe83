using System.Collections.ObjectModel;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// One year's arrangement of the State Council: the days off, and the weekend days that are worked (调休上班). Immutable and
/// free of contradictions; it is made by <see cref="TryCreate"/> or read by <see cref="CalendarYearFile.Parse"/>.
/// </summary>
public sealed class CalendarYear
{
    /// <summary>The first and the last year that an arrangement can be entered for.</summary>
    public const int FirstYear = 2018, LastYear = 2100;

    /// <summary>The longest name of a holiday, in characters.</summary>
    public const int NameLength = 40;

    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private CalendarYear(int year, SortedDictionary<DateOnly, string> daysOff, SortedDictionary<DateOnly, string> worked)
    {
        Year = year;
        DaysOff = new ReadOnlyDictionary<DateOnly, string>(daysOff);
        WorkedWeekendDays = new ReadOnlyDictionary<DateOnly, string>(worked);
        Missing = [.. StatutoryDays.Of(year).Where(day => IsWorkedHere(day.Date)).Select(day => $"{day.Name}({Day(day.Date)})")];
    }

    public int Year { get; }

    /// <summary>The days off with the holiday's name, in order of date; they may be weekend days.</summary>
    public IReadOnlyDictionary<DateOnly, string> DaysOff { get; }

    /// <summary>The Saturdays and Sundays that are worked, with the name of the holiday they make up for, in order of date.</summary>
    public IReadOnlyDictionary<DateOnly, string> WorkedWeekendDays { get; }

    /// <summary>
    /// The statutory holidays that would be worked under this arrangement, in Chinese; empty for a whole year. A notice for the
    /// next year often names days of this December: such a part has most of the year missing, and never counts as the year's publication.
    /// </summary>
    public IReadOnlyList<string> Missing { get; }

    /// <summary>Whether this is a whole year's arrangement: no statutory holiday is missing.</summary>
    public bool IsComplete => Missing.Count == 0;

    /// <summary>
    /// The year with these days, or null when they can't be right; <paramref name="problems"/> then says why, in Chinese, one
    /// sentence each. Names are trimmed.
    /// </summary>
    public static CalendarYear? TryCreate(
        int year,
        IEnumerable<KeyValuePair<DateOnly, string>> daysOff,
        IEnumerable<KeyValuePair<DateOnly, string>> workedWeekendDays,
        out IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(daysOff);
        ArgumentNullException.ThrowIfNull(workedWeekendDays);
        List<string> found = [];
        problems = found;
        if (year is < FirstYear or > LastYear)
        {
            found.Add($"年份 {year} 不在可维护的范围内，应为 {FirstYear} 年至 {LastYear} 年。");
            return null;
        }

        var off = Collect(year, daysOff, "放假", found);
        var worked = Collect(year, workedWeekendDays, "调休上班", found);
        foreach (var day in worked.Keys)
        {
            if (!IsWeekend(day)) found.Add($"{DayFormat.Day(day)}不是周六或周日，不能列为调休上班。");
            if (off.ContainsKey(day)) found.Add($"{DayFormat.Day(day)}既列为放假又列为调休上班，请核对通知原文。");
        }

        return found.Count == 0 ? new CalendarYear(year, off, worked) : null;
    }

    /// <summary>This year with the days of a later notice put over it: where both name a day, the later one holds.</summary>
    internal CalendarYear With(CalendarYear later)
    {
        SortedDictionary<DateOnly, string> off = [], worked = [];
        foreach (var (day, name) in DaysOff.Where(day => !later.WorkedWeekendDays.ContainsKey(day.Key))) off[day] = name;
        foreach (var (day, name) in WorkedWeekendDays.Where(day => !later.DaysOff.ContainsKey(day.Key))) worked[day] = name;
        foreach (var (day, name) in later.DaysOff) off[day] = name;
        foreach (var (day, name) in later.WorkedWeekendDays) worked[day] = name;
        return new CalendarYear(Year, off, worked);
    }

    /// <summary>The year as JSON, in the shape that <see cref="CalendarYearFile.Parse"/> reads.</summary>
    public string ToJson()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber(CalendarYearJson.Year, Year);
            Write(json, CalendarYearJson.DaysOff, DaysOff);
            Write(json, CalendarYearJson.WorkedWeekendDays, WorkedWeekendDays);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private bool IsWorkedHere(DateOnly day) =>
        !DaysOff.ContainsKey(day) && (!IsWeekend(day) || WorkedWeekendDays.ContainsKey(day));

    private static SortedDictionary<DateOnly, string> Collect(
        int year, IEnumerable<KeyValuePair<DateOnly, string>> days, string heading, List<string> problems)
    {
        SortedDictionary<DateOnly, string> collected = [];
        foreach (var (day, given) in days)
        {
            var name = given?.Trim() ?? "";
            if (day.Year != year) problems.Add($"{DayFormat.Day(day)}不在 {year} 年内，不能列入该年的{heading}日期。");
            else if (name.Length is 0 or > NameLength) problems.Add($"{DayFormat.Day(day)}应写明节日名称，且不超过 {NameLength} 个字。");
            else if (!collected.TryAdd(day, name)) problems.Add($"{DayFormat.Day(day)}在{heading}日期中重复出现。");
        }

        return collected;
    }

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<DateOnly, string> days)
    {
        json.WriteStartObject(name);
        foreach (var (day, holiday) in days) json.WriteString(day.ToString("O", CultureInfo.InvariantCulture), holiday);
        json.WriteEndObject();
    }
}
