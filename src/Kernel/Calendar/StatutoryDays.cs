using System.Globalization;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// The public holidays that the law itself fixes (全国年节及纪念日放假办法), known before the State Council arranges the year: what a
/// year's arrangement can't lack, and what the calendar falls back on until it is published.
/// </summary>
internal static class StatutoryDays
{
    private const int TwoMoreDaysSince = 2025;

    private static readonly ChineseLunisolarCalendar Lunar = new();

    /// <summary>The days in order of date, for a year from 2001 to 2100. Two holidays on one day are both listed.</summary>
    public static IReadOnlyList<(DateOnly Date, string Name)> Of(int year)
    {
        var springFestival = LunarDay(year, 1, 1);
        List<(DateOnly, string)> days =
        [
            (new DateOnly(year, 1, 1), "元旦"),
            (springFestival, "春节"),
            (springFestival.AddDays(1), "春节"),
            (springFestival.AddDays(2), "春节"),
            (Qingming(year), "清明"),
            (new DateOnly(year, 5, 1), "劳动节"),
            (LunarDay(year, 5, 5), "端午"),
            (LunarDay(year, 8, 15), "中秋"),
            (new DateOnly(year, 10, 1), "国庆节"),
            (new DateOnly(year, 10, 2), "国庆节"),
            (new DateOnly(year, 10, 3), "国庆节"),
        ];
        if (year >= TwoMoreDaysSince)
        {
            days.Add((springFestival.AddDays(-1), "春节"));
            days.Add((new DateOnly(year, 5, 2), "劳动节"));
        }

        return [.. days.OrderBy(day => day.Item1)];
    }

    /// <summary>
    /// Qingming is the day on which the sun reaches 15° of longitude. 4.81 is the hour of it in April 2000 as a fraction of a
    /// day, 0.2422 what a year of 365 days falls behind the sun, and the leap days make good for it.
    /// </summary>
    private static DateOnly Qingming(int year)
    {
        var years = year - 2000;
        var leapDays = years / 4 - years / 100;
        return new DateOnly(year, 4, (int)(years * 0.2422 + 4.81) - leapDays);
    }

    /// <summary>
    /// The Gregorian day of a lunar one. .NET numbers the months straight through, a leap month included, so a month behind
    /// the leap month has a number one higher; in a year with two fifth months the festival is in the first.
    /// </summary>
    private static DateOnly LunarDay(int year, int month, int day)
    {
        var leapMonth = Lunar.GetLeapMonth(year);
        var number = leapMonth > 0 && month >= leapMonth ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, number, day, 0, 0, 0, 0));
    }
}
