namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// The arrangements embedded in the assembly, 2018–2026. The facts are those of the MIT-licensed chinese-days data set 1.5.7,
/// which follows the notices of the State Council's general office; the file names its source too.
/// </summary>
internal static class ShippedYears
{
    public static IReadOnlyList<CalendarYear> Read()
    {
        using var stream = typeof(ShippedYears).Assembly.GetManifestResourceStream("cn-holidays.json")
            ?? throw new InvalidOperationException("The embedded cn-holidays.json is missing.");
        using var text = new StreamReader(stream);
        var file = CalendarYearFile.Parse(text.ReadToEnd());
        return file.IsGood ? file.Years : throw new InvalidOperationException(string.Join(" ", file.Problems));
    }
}
