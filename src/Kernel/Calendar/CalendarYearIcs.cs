using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// Reads arrangements from an ICS calendar. Published ones differ: some mark a block with one event and an exclusive end, some
/// each day; worked days are all-day events in some and 09:00–18:00 in others; most also hold festivals that nobody has off.
/// </summary>
internal static class CalendarYearIcs
{
    private const int LongestBlock = 31;

    public static CalendarYearFile Parse(string text)
    {
        // Looked at beforehand, because the parser passes over some wrong dates, and an event would lose its end.
        if (LineWithoutDate(text) is { } line)
            return CalendarYearFile.Refused($"ICS 日历第 {line} 行的日期无效，应写作 20271001 的样式。");
        try
        {
            return new Reader().Read(CalendarCollection.Load(text).SelectMany(calendar => calendar.Events));
        }
        catch (Exception)
        {
            // The parser names no set of exceptions for bad input (index, argument and serialization errors were all seen),
            // and a file that a person uploads is never a fault of the program.
            return CalendarYearFile.Refused("ICS 日历的格式有误，无法读取，请核对文件是否完整。");
        }
    }

    /// <summary>The first line whose start or end isn't a date, counted from 1; null when all are.</summary>
    private static int? LineWithoutDate(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            if (!line.StartsWith("DTSTART", StringComparison.OrdinalIgnoreCase)
                && !line.StartsWith("DTEND", StringComparison.OrdinalIgnoreCase)) continue;
            var value = line[(line.LastIndexOf(':') + 1)..];
            if (value.Length < 8 || !IsDate(value[..8])) return number;
        }

        return null;
    }

    private static bool IsDate(ReadOnlySpan<char> text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>One file being read.</summary>
    private sealed class Reader
    {
        private readonly List<string> _problems = [];
        private readonly Dictionary<DateOnly, string> _off = [], _worked = [];
        private readonly List<string> _passedOver = [];

        public CalendarYearFile Read(IEnumerable<CalendarEvent> events)
        {
            foreach (var given in events.Where(given => !Is(given.Status, "CANCELLED")))
            {
                var summary = given.Summary ?? "";
                if (IcsSummary.IsWorked(summary) is { } worked) Add(given, summary, worked);
                else _passedOver.Add(summary);
            }

            List<CalendarYear> years = [];
            foreach (var year in _off.Keys.Concat(_worked.Keys).Select(day => day.Year).Distinct().Order())
            {
                var made = CalendarYear.TryCreate(year, In(year, _off), In(year, _worked), out var problems);
                _problems.AddRange(problems);
                if (made is not null) years.Add(made);
            }

            return new CalendarYearFile(years, _problems, Notes());
        }

        private void Add(CalendarEvent given, string summary, bool worked)
        {
            var title = CalendarYearFile.Quoted(summary);
            if (given.Start is not { } start)
            {
                _problems.Add($"条目{title}没有开始日期（DTSTART）。");
                return;
            }

            if ((given.End is null && given.Properties.ContainsKey("DTEND"))
                || (given.Duration is null && given.Properties.ContainsKey("DURATION")))
            {
                _problems.Add($"条目{title}的结束日期（DTEND 或 DURATION）无法识别。");
                return;
            }

            var first = DateOnly.FromDateTime(Beijing(start));
            var last = LastDay(given, start);
            if (given.Properties.ContainsKey("RRULE") || given.Properties.ContainsKey("RDATE"))
                _problems.Add($"条目{title}是重复日程，节假日安排须逐年逐日列出。");
            else if (last < first)
                _problems.Add($"条目{title}的结束日期早于开始日期 {DayFormat.Day(first)}。");
            else if (last.DayNumber - first.DayNumber >= LongestBlock)
                _problems.Add($"条目{title}从 {DayFormat.Day(first)}起超过 {LongestBlock} 天，请核对结束日期（DTEND）。");
            else
                for (var day = first; day <= last; day = day.AddDays(1)) Add(day, IcsSummary.NameIn(summary, worked), worked);
        }

        /// <summary>Two holidays may share a day (国庆节、中秋); the same one twice is a mistake in the file.</summary>
        private void Add(DateOnly day, string name, bool worked)
        {
            var days = worked ? _worked : _off;
            if (days.TryAdd(day, name)) return;
            if (days[day].Split('、').Contains(name))
                _problems.Add($"{DayFormat.Day(day)}在{(worked ? "调休上班" : "放假")}日期中重复出现。");
            else if (days[day].Length <= CalendarYear.NameLength)
                days[day] = $"{days[day]}、{name}";
        }

        /// <summary>The end is exclusive; an event without one, or that ends where it starts, is one day.</summary>
        private static DateOnly LastDay(CalendarEvent given, CalDateTime start)
        {
            var from = Beijing(start);
            var until = given.End is { } end ? Beijing(end)
                : given.Duration is { } duration ? from + duration.ToTimeSpanUnspecified()
                : from;
            return DateOnly.FromDateTime(until == from ? from : until.AddTicks(-1));
        }

        /// <summary>Dates and times without a zone are Beijing's already.</summary>
        private static DateTime Beijing(CalDateTime given) => given.IsFloating ? given.Value : BeijingTime.ToBeijing(given.AsUtc);

        private IEnumerable<string> Notes()
        {
            if (_passedOver.Count == 0) yield break;
            var few = string.Join("、", _passedOver.Distinct().Take(5).Select(CalendarYearFile.Quoted));
            yield return $"有 {_passedOver.Count} 个条目的标题未写明放假（休）或上班（班），已略过：{few}{(_passedOver.Count > 5 ? "等" : "")}。";
        }

        private static IEnumerable<KeyValuePair<DateOnly, string>> In(int year, Dictionary<DateOnly, string> days) =>
            days.Where(day => day.Key.Year == year);

        private static bool Is(string? value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
    }
}
