using System.Globalization;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class DayFormatTests
{
    [Theory]
    [InlineData("2026-11-26", "2026年11月26日(周四)")]
    [InlineData("2026-03-01", "2026年3月1日(周日)")]
    [InlineData("2027-01-02", "2027年1月2日(周六)")]
    public void Article07_A_day_is_written_with_its_weekday(string day, string text) => DayFormat.Day(Day(day)).ShouldBe(text);

    [Fact]
    public void Article07_A_provisional_day_says_so_and_a_certain_one_does_not()
    {
        DayFormat.Day(Provisional("2027-01-04")).ShouldBe("2027年1月4日(周一，暂定)");
        DayFormat.Day(Certain("2026-12-31")).ShouldBe("2026年12月31日(周四)");
    }

    [Fact]
    public void Article07_An_instant_is_written_in_Beijing_time()
    {
        DayFormat.DayAndTime(new DateTime(2026, 11, 26, 6, 3, 59, DateTimeKind.Utc)).ShouldBe("2026年11月26日(周四) 14:03");
        DayFormat.DayAndTime(new DateTime(2026, 11, 26, 16, 0, 0, DateTimeKind.Utc)).ShouldBe("2026年11月27日(周五) 00:00");
    }

    [Theory]
    [InlineData("2026-11-30", "2026-11-26", "还剩 2 个工作日")]   // Friday and Monday
    [InlineData("2026-10-08", "2026-09-30", "还剩 1 个工作日")]   // over National Day
    [InlineData("2026-10-10", "2026-10-09", "还剩 1 个工作日")]   // a worked Saturday
    [InlineData("2026-11-29", "2026-11-28", "还剩 1 天(均为休息日)")]
    [InlineData("2026-11-26", "2026-11-26", "今天到期")]
    [InlineData("2026-11-26", "2026-11-27", "已逾期 1 天")]
    [InlineData("2026-11-26", "2026-12-26", "已逾期 30 天")]
    public void Article07_A_deadline_says_how_long_is_left(string lastDay, string today, string text) =>
        DayFormat.TimeLeft(Day(lastDay), Day(today), WorkCalendar.Shipped).ShouldBe(text);

    [Theory]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("de-DE")]
    public void Article07_The_culture_of_the_server_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            DayFormat.DayAndTime(new DateTime(2026, 11, 26, 6, 3, 0, DateTimeKind.Utc)).ShouldBe("2026年11月26日(周四) 14:03");
            DayFormat.TimeLeft(Day("2026-11-26"), Day("2026-12-26"), WorkCalendar.Shipped).ShouldBe("已逾期 30 天");
            CalendarYearFile.Parse(WorkCalendar.Shipped.Years.Last().ToJson()).Years.Single().DaysOff.Keys
                .ShouldBe(WorkCalendar.Shipped.Years.Last().DaysOff.Keys);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}

public sealed class DayFormatTestsHere : DayFormatTests;

[Collection(LosAngeles.Name)]
public sealed class DayFormatTestsInLosAngeles : DayFormatTests;
