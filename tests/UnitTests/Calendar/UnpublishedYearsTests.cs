using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

/// <summary>Years without an arrangement, and what an imported one changes.</summary>
public abstract class UnpublishedYearsTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    [Theory]
    [InlineData("2027-01-01", "元旦")]
    [InlineData("2027-02-04", "工作日")]
    [InlineData("2027-02-05", "春节")]   // the eve
    [InlineData("2027-02-06", "春节")]
    [InlineData("2027-02-08", "春节")]   // the third day
    [InlineData("2027-02-09", "工作日")]
    [InlineData("2027-04-05", "清明")]
    [InlineData("2027-05-02", "劳动节")]
    [InlineData("2027-05-03", "工作日")]
    [InlineData("2027-06-09", "端午")]
    [InlineData("2027-09-15", "中秋")]
    [InlineData("2027-10-03", "国庆节")]
    [InlineData("2027-10-04", "工作日")]
    [InlineData("2027-10-09", "周末")]
    [InlineData("2028-05-28", "端午")]   // the first of two fifth months
    [InlineData("2028-06-27", "工作日")] // and not the second
    [InlineData("2031-06-24", "端午")]   // behind a leap third month
    [InlineData("2033-09-08", "中秋")]   // the leap month comes later in the year
    [InlineData("2036-10-04", "中秋")]   // behind a leap sixth month
    [InlineData("2100-02-09", "春节")]
    [InlineData("2100-04-05", "清明")]   // no leap day in 2100
    public void Article07_Falls_back_on_weekends_and_the_holidays_that_the_law_fixes(string day, string what)
    {
        Calendar.Describe(Day(day)).ShouldBe(what);
        Calendar.IsWorkingDay(Day(day)).ShouldBe(what == "工作日");
        Calendar.IsProvisional(Day(day)).ShouldBeTrue();
    }

    [Fact]
    public void Article07_The_reckoned_holidays_are_those_of_every_published_year()
    {
        foreach (var year in Calendar.Years)
            foreach (var (date, _) in StatutoryDays.Of(year.Year)) year.DaysOff.ShouldContainKey(date);
    }

    [Fact]
    public void Article07_Qingming_is_the_day_on_which_the_sun_reaches_fifteen_degrees()
    {
        for (var year = 2018; year <= 2100; year++)
        {
            var qingming = StatutoryDays.Of(year).Single(day => day.Name == "清明").Date;
            // The sun moves a degree a day; a hundredth of it is what the series below leaves out.
            SunsLongitude(BeijingTime.StartOfDayUtc(qingming)).ShouldBeLessThan(15.01, $"{year}");
            SunsLongitude(BeijingTime.EndOfDayUtc(qingming)).ShouldBeGreaterThan(14.99, $"{year}");
        }
    }

    [Fact]
    public void Article07_An_imported_year_is_no_longer_provisional_and_holds()
    {
        var calendar = Calendar.With([Year2027()]);
        calendar.IsPublished(2027).ShouldBeTrue();
        calendar.IsWorkingDay(Day("2027-02-09")).ShouldBeFalse();
        calendar.IsWorkingDay(Day("2027-02-20")).ShouldBeTrue();
        calendar.AddWorkingDays(Day("2027-02-04"), 1).ShouldBe(Certain("2027-02-12"));
        Calendar.AddWorkingDays(Day("2027-02-04"), 1).ShouldBe(Provisional("2027-02-09"));
        calendar.IsProvisional(Day("2028-01-01")).ShouldBeTrue();
    }

    [Fact]
    public void Article07_Days_of_this_December_in_next_years_notice_are_put_over_this_year_and_do_not_replace_it()
    {
        var part = Make(2026, ["2026-12-31"], ["2026-12-26"]);
        part.IsComplete.ShouldBeFalse();
        var calendar = Calendar.With([part]);
        calendar.IsWorkingDay(Day("2026-12-31")).ShouldBeFalse();
        calendar.IsWorkingDay(Day("2026-12-26")).ShouldBeTrue();
        calendar.Describe(Day("2026-10-07")).ShouldBe("国庆节");
        calendar.IsPublished(2026).ShouldBeTrue();
        calendar.With([Make(2026, ["2026-12-26"], [])]).Describe(Day("2026-12-26")).ShouldBe("放假");
    }

    [Fact]
    public void Article07_A_part_of_an_unknown_year_is_taken_over_and_the_year_stays_provisional()
    {
        var calendar = Calendar.With([Make(2027, ["2027-02-09"], ["2027-02-06"])]);
        calendar.IsWorkingDay(Day("2027-02-09")).ShouldBeFalse();
        calendar.IsWorkingDay(Day("2027-02-06")).ShouldBeTrue();
        calendar.Describe(Day("2027-02-08")).ShouldBe("春节");
        calendar.IsPublished(2027).ShouldBeFalse();
        calendar.OnOrAfter(Day("2027-02-09")).ShouldBe(Provisional("2027-02-10"));
    }

    [Fact]
    public void Article07_A_whole_year_that_comes_in_later_replaces_the_earlier_one()
    {
        var revised = Calendar.With([Year2027()]).With([Make(2027, [.. WholeYear, "2027-03-10"], [])]);
        revised.IsWorkingDay(Day("2027-03-10")).ShouldBeFalse();
        revised.IsWorkingDay(Day("2027-02-20")).ShouldBeFalse();
    }

    private static readonly string[] WholeYear =
    [
        "2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01",
    ];

    /// <summary>Invented: 2027 was not published when this was written. Holidays on weekend days needn't be listed.</summary>
    private static CalendarYear Year2027() =>
        Make(2027, [.. WholeYear, "2027-02-09", "2027-02-10", "2027-02-11"], ["2027-02-20"]);

    private static CalendarYear Make(int year, string[] off, string[] worked) => CalendarYear.TryCreate(
        year, off.Select(day => KeyValuePair.Create(Day(day), "放假")), worked.Select(day => KeyValuePair.Create(Day(day), "调休")), out _)!;

    /// <summary>Apparent longitude in degrees to a hundredth (Meeus, Astronomical Algorithms, chapter 25).</summary>
    private static double SunsLongitude(DateTime utc)
    {
        var seconds = 69 + (utc.Year - 2018) * 0.6;   // what the earth's rotation lags behind, forecast
        var t = (utc.AddSeconds(seconds) - new DateTime(2000, 1, 1, 12, 0, 0)).TotalDays / 36525;
        var anomaly = double.DegreesToRadians(357.52911 + 35999.05029 * t);
        var centre = (1.914602 - 0.004817 * t) * Math.Sin(anomaly) + 0.019993 * Math.Sin(2 * anomaly) + 0.000289 * Math.Sin(3 * anomaly);
        var node = double.DegreesToRadians(125.04 - 1934.136 * t);
        return (280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - 0.00569 - 0.00478 * Math.Sin(node)) % 360;
    }
}

public sealed class UnpublishedYearsTestsHere : UnpublishedYearsTests;

[Collection(LosAngeles.Name)]
public sealed class UnpublishedYearsTestsInLosAngeles : UnpublishedYearsTests;
