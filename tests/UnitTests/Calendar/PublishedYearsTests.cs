using System.Text.Json;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

/// <summary>The shipped years against the notices, block by block, and against the embedded file, day by day.</summary>
public abstract class PublishedYearsTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    [Theory]
    [InlineData("元旦", "2024-01-01", "2024-01-01")]
    [InlineData("春节", "2024-02-10", "2024-02-17")]
    [InlineData("清明", "2024-04-04", "2024-04-06")]
    [InlineData("劳动节", "2024-05-01", "2024-05-05")]
    [InlineData("端午", "2024-06-10", "2024-06-10")]
    [InlineData("中秋", "2024-09-15", "2024-09-17")]
    [InlineData("国庆节", "2024-10-01", "2024-10-07")]
    [InlineData("元旦", "2025-01-01", "2025-01-01")]
    [InlineData("春节", "2025-01-28", "2025-02-04")]
    [InlineData("清明", "2025-04-04", "2025-04-06")]
    [InlineData("劳动节", "2025-05-01", "2025-05-05")]
    [InlineData("端午", "2025-05-31", "2025-06-02")]
    [InlineData("国庆节", "2025-10-01", "2025-10-05")]
    [InlineData("中秋", "2025-10-06", "2025-10-06")]
    [InlineData("国庆节", "2025-10-07", "2025-10-08")]
    [InlineData("元旦", "2026-01-01", "2026-01-03")]
    [InlineData("春节", "2026-02-15", "2026-02-23")]
    [InlineData("清明", "2026-04-04", "2026-04-06")]
    [InlineData("劳动节", "2026-05-01", "2026-05-05")]
    [InlineData("端午", "2026-06-19", "2026-06-21")]
    [InlineData("中秋", "2026-09-25", "2026-09-27")]
    [InlineData("国庆节", "2026-10-01", "2026-10-07")]
    public void Article07_A_holiday_is_off_from_its_first_day_to_its_last(string name, string first, string last)
    {
        foreach (var day in Day(first).Through(Day(last)))
        {
            Calendar.IsWorkingDay(day).ShouldBeFalse();
            Calendar.Describe(day).ShouldBe(name);
            Calendar.IsProvisional(day).ShouldBeFalse();
        }

        Calendar.Describe(Day(first).AddDays(-1)).ShouldNotBe(name);
        Calendar.Describe(Day(last).AddDays(1)).ShouldNotBe(name);
    }

    [Theory]
    [InlineData(2024, "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12")]
    [InlineData(2025, "01-26 02-08 04-27 09-28 10-11")]
    [InlineData(2026, "01-04 02-14 02-28 05-09 09-20 10-10")]
    public void Article07_Make_up_weekend_days_are_worked_and_no_others(int year, string days)
    {
        var worked = days.Split(' ').Select(day => Day($"{year}-{day}")).ToList();
        worked.ShouldAllBe(day => Calendar.IsWorkingDay(day) && Calendar.Describe(day) == "调休上班");
        new DateOnly(year, 1, 1).Through(new DateOnly(year, 12, 31))
            .Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && Calendar.IsWorkingDay(day))
            .ShouldBe(worked);
    }

    [Fact]
    public void Article07_Every_day_of_the_shipped_years_is_as_the_file_says()
    {
        using var stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("cn-holidays.json")!;
        using var file = JsonDocument.Parse(stream);
        foreach (var day in Day("2018-01-01").Through(Day("2026-12-31")))
        {
            var year = file.RootElement.GetProperty("years").GetProperty($"{day.Year}");
            var off = year.GetProperty("daysOff").TryGetProperty($"{day:yyyy-MM-dd}", out var name);
            var workedWeekend = year.GetProperty("workedWeekendDays").TryGetProperty($"{day:yyyy-MM-dd}", out _);
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Calendar.IsWorkingDay(day).ShouldBe(workedWeekend || (!off && !weekend), $"{day:yyyy-MM-dd}");
            Calendar.Describe(day).ShouldBe(off ? name.GetString()! : workedWeekend ? "调休上班" : weekend ? "周末" : "工作日");
        }
    }

    [Fact]
    public void Article07_The_shipped_years_are_whole_and_their_source_is_named()
    {
        Calendar.Years.Select(year => year.Year).ShouldBe(Enumerable.Range(2018, 9));
        Calendar.Years.ShouldAllBe(year => year.IsComplete);
        using var stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("cn-holidays.json")!;
        using var file = JsonDocument.Parse(stream);
        file.RootElement.GetProperty("about").GetString()!.ShouldContain("chinese-days");
    }
}

public sealed class PublishedYearsTestsHere : PublishedYearsTests;

[Collection(LosAngeles.Name)]
public sealed class PublishedYearsTestsInLosAngeles : PublishedYearsTests;
