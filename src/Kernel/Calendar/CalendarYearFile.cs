namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// What was read from a file with holiday arrangements. Either there are problems and no years, or years and no problems.
/// </summary>
public sealed class CalendarYearFile
{
    private const int LongestText = 4_000_000;
    private const int MostProblems = 50;
    private const int LongestQuote = 40;

    internal CalendarYearFile(IReadOnlyList<CalendarYear> years, IReadOnlyList<string> problems, IEnumerable<string> notes)
    {
        if (problems.Count == 0 && years.Count == 0) problems = ["文件中没有找到放假或调休上班的日期。"];
        Problems = problems.Count <= MostProblems
            ? problems
            : [.. problems.Take(MostProblems), $"另有 {problems.Count - MostProblems} 处问题未逐一列出。"];
        Years = problems.Count == 0 ? years : [];
        Notes = problems.Count == 0 ? [.. notes, .. Years.Where(year => !year.IsComplete).Select(Incomplete)] : [];
    }

    /// <summary>The years in order, each at most once; empty when there are problems.</summary>
    public IReadOnlyList<CalendarYear> Years { get; }

    /// <summary>Why the file can't be taken over, one Chinese sentence each; empty when it can.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>What the administrator should know before taking the years over, one Chinese sentence each; stops nobody.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Whether the years can be taken over.</summary>
    public bool IsGood => Problems.Count == 0;

    /// <summary>
    /// Reads JSON (one year, <c>{"year":2027,"daysOff":{},"workedWeekendDays":{}}</c>, or several under <c>"years"</c> as in
    /// cn-holidays.json) or ICS (all-day events whose summary says 休, 放假 or 假期 for days off and 班, 补班 or 上班 for worked
    /// weekend days). Never throws: whatever is wrong with the text comes back in <see cref="Problems"/>.
    /// </summary>
    /// <param name="text">The whole text of the file; null is an empty file.</param>
    public static CalendarYearFile Parse(string? text)
    {
        var trimmed = (text ?? "").AsSpan().Trim("\uFEFF \t\r\n").ToString();
        if (trimmed.Length == 0) return Refused("文件是空的。");
        if (trimmed.Length > LongestText) return Refused($"文件过大，不应超过 {LongestText / 10_000} 万个字符。");

        if (trimmed[0] == '{') return CalendarYearJson.Parse(trimmed);
        if (trimmed.StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) return CalendarYearIcs.Parse(trimmed);
        return Refused("文件既不是 JSON，也不是 ICS 日历，请上传 .json 或 .ics 格式的节假日安排。");
    }

    internal static CalendarYearFile Refused(string problem) => new([], [problem], []);

    /// <summary>A piece of the file in Chinese quotation marks, cut so that a message stays a message.</summary>
    internal static string Quoted(string piece) => piece.Length <= LongestQuote ? $"“{piece}”" : $"“{piece[..LongestQuote]}…”";

    private static string Incomplete(CalendarYear year) =>
        $"{year.Year} 年的安排不完整，缺少：{string.Join("、", year.Missing)}。"
        + "所列日期予以采用；该年如尚无完整安排，推算的日期仍按“暂定”提示。";
}
