using System.Globalization;
using System.Text.Json;
using static WeChatBankGov.Kernel.Calendar.CalendarYearFile;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>Reads arrangements from JSON, strictly: a misspelt field would otherwise lose days without a word.</summary>
internal static class CalendarYearJson
{
    public const string Year = "year", DaysOff = "daysOff", WorkedWeekendDays = "workedWeekendDays";
    private const string Years = "years", About = "about";

    public static CalendarYearFile Parse(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            List<string> problems = [];
            var years = Read(json.RootElement, problems);
            return new CalendarYearFile([.. years.OrderBy(year => year.Year)], problems, []);
        }
        catch (JsonException refused)
        {
            return CalendarYearFile.Refused(refused.LineNumber is { } line
                ? $"文件不是有效的 JSON：第 {line + 1} 行附近有语法错误。"
                : "文件不是有效的 JSON。");
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            // Half of a surrogate pair: well-formed JSON, but no text.
            return CalendarYearFile.Refused("文件中含有无法识别的字符，请以 UTF-8 编码重新保存。");
        }
    }

    private static List<CalendarYear> Read(JsonElement root, List<string> problems)
    {
        List<CalendarYear> read = [];
        var fields = Fields(root, "文件", [About, Years, Year, DaysOff, WorkedWeekendDays], problems);
        if (!fields.TryGetValue(Years, out var years))
        {
            Add(read, ReadYear(fields, problems));
        }
        else if (years.ValueKind != JsonValueKind.Object || fields.Keys.Any(name => name is Year or DaysOff or WorkedWeekendDays))
        {
            problems.Add("“years” 应是以年份为名的对象，并且不能与单个年份的字段同时出现。");
        }
        else
        {
            HashSet<string> seen = [];
            foreach (var year in years.EnumerateObject())
            {
                if (!seen.Add(year.Name)) problems.Add($"年份{Quoted(year.Name)}重复出现。");
                else if (FourDigits(year.Name) is not { } number) problems.Add($"{Quoted(year.Name)}不是四位数的年份。");
                else Add(read, ReadDays(number, Fields(year.Value, $"{number} 年", [DaysOff, WorkedWeekendDays], problems), problems));
            }
        }

        return read;
    }

    private static CalendarYear? ReadYear(Dictionary<string, JsonElement> fields, List<string> problems)
    {
        if (fields.TryGetValue(Year, out var year) && year.ValueKind == JsonValueKind.Number && year.TryGetInt32(out var number))
            return ReadDays(number, fields, problems);
        problems.Add("缺少 “year”（四位数的年份），或它不是整数。");
        return null;
    }

    private static CalendarYear? ReadDays(int year, Dictionary<string, JsonElement> fields, List<string> problems)
    {
        var before = problems.Count;
        var off = Days(year, DaysOff, fields, problems);
        var worked = Days(year, WorkedWeekendDays, fields, problems);
        if (problems.Count > before) return null;
        var made = CalendarYear.TryCreate(year, off, worked, out var found);
        problems.AddRange(found);
        return made;
    }

    private static List<KeyValuePair<DateOnly, string>> Days(
        int year, string field, Dictionary<string, JsonElement> fields, List<string> problems)
    {
        List<KeyValuePair<DateOnly, string>> days = [];
        if (!fields.TryGetValue(field, out var given) || given.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{year} 年缺少 “{field}”，或它不是“日期: 节日名称”的对象；没有日期时请写 {{}}。");
            return days;
        }

        foreach (var entry in given.EnumerateObject())
        {
            if (!DateOnly.TryParseExact(entry.Name, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                problems.Add($"{year} 年 “{field}” 中的{Quoted(entry.Name)}不是有效日期，应写作 {year}-10-01 的样式。");
            else if (entry.Value.ValueKind != JsonValueKind.String)
                problems.Add($"{DayFormat.Day(day)}后面应是节日名称（文本）。");
            else
                days.Add(KeyValuePair.Create(day, entry.Value.GetString()!));
        }

        return days;
    }

    private static Dictionary<string, JsonElement> Fields(JsonElement element, string where, string[] known, List<string> problems)
    {
        Dictionary<string, JsonElement> fields = [];
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add($"{where}的内容应是 JSON 对象。");
            return fields;
        }

        foreach (var field in element.EnumerateObject())
        {
            if (!known.Contains(field.Name)) problems.Add($"{where}中有不认识的字段{Quoted(field.Name)}，可用的字段是 {string.Join("、", known)}。");
            else if (!fields.TryAdd(field.Name, field.Value)) problems.Add($"{where}中的字段{Quoted(field.Name)}重复出现。");
        }

        return fields;
    }

    private static int? FourDigits(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Add(List<CalendarYear> years, CalendarYear? year)
    {
        if (year is not null) years.Add(year);
    }
}
