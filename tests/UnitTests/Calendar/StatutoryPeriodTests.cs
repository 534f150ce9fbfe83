using CsCheck;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class StatutoryPeriodTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    [Theory]
    [InlineData("2026-11-26", "2026-12-28")]   // 26 December is a Saturday
    [InlineData("2026-03-16", "2026-04-16")]
    [InlineData("2026-02-28", "2026-03-30")]   // not the end of the month but its 28th, a Saturday
    public void Article07_The_month_ends_on_the_same_day_of_the_next_month(string approved, string last) =>
        StatutoryPeriod.OneMonthFrom(Day(approved), Calendar).ShouldBe(Certain(last));

    [Theory]
    [InlineData("2025-01-31", "2025-02-28")]
    [InlineData("2024-01-31", "2024-02-29")]
    [InlineData("2024-01-30", "2024-02-29")]
    [InlineData("2026-08-31", "2026-09-30")]
    public void Article07_Or_on_its_last_day_when_there_is_no_such_day(string approved, string last) =>
        StatutoryPeriod.OneMonthFrom(Day(approved), Calendar).ShouldBe(Certain(last));

    [Theory]
    [InlineData("2026-09-01", "2026-10-08")]   // National Day
    [InlineData("2026-01-16", "2026-02-24")]   // Spring Festival
    [InlineData("2025-12-01", "2026-01-04")]   // New Year; the next working day is the worked Sunday
    [InlineData("2026-07-08", "2026-08-10")]   // an ordinary Saturday
    [InlineData("2026-07-09", "2026-08-10")]   // an ordinary Sunday
    public void Article07_On_a_day_off_it_ends_with_the_next_working_day(string approved, string last) =>
        StatutoryPeriod.OneMonthFrom(Day(approved), Calendar).ShouldBe(Certain(last));

    [Theory]
    [InlineData("2026-01-14", "2026-02-14")]   // a Saturday
    [InlineData("2026-01-31", "2026-02-28")]   // a Saturday, and the last day of a short month
    [InlineData("2026-08-20", "2026-09-20")]   // a Sunday
    public void Article07_A_worked_weekend_day_does_not_extend_it(string approved, string last) =>
        StatutoryPeriod.OneMonthFrom(Day(approved), Calendar).ShouldBe(Certain(last));

    [Theory]
    [InlineData("2026-12-15", "2027-01-15")]
    [InlineData("2027-01-31", "2027-03-01")]   // 28 February is a Sunday
    [InlineData("2026-12-01", "2027-01-04")]
    public void Article07_It_is_provisional_when_it_ends_in_an_unpublished_year(string approved, string last) =>
        StatutoryPeriod.OneMonthFrom(Day(approved), Calendar).ShouldBe(Provisional(last));

    [Fact]
    public void Article07_The_last_day_is_in_time_until_24_00_in_Beijing()
    {
        var end = StatutoryPeriod.EndsAtUtc(Day("2026-12-28"));
        end.ShouldBe(new DateTime(2026, 12, 28, 16, 0, 0));
        end.Kind.ShouldBe(DateTimeKind.Utc);
        BeijingTime.ToBeijing(end).ShouldBe(new DateTime(2026, 12, 29));
        BeijingTime.BeijingDayOf(end.AddMilliseconds(-1)).ShouldBe(Day("2026-12-28"));
    }

    [Fact]
    public void Article07_The_month_never_ends_on_a_day_off_nor_before_the_day_it_is_due() =>
        Between(WorkCalendar.FirstDay, Day("2100-11-20")).Sample(approved =>
        {
            var last = StatutoryPeriod.OneMonthFrom(approved, Calendar).Date;
            Calendar.IsWorkingDay(last).ShouldBeTrue();
            last.ShouldBeGreaterThanOrEqualTo(approved.AddMonths(1));
            approved.AddMonths(1).Through(last.AddDays(-1)).ShouldAllBe(day => !Calendar.IsWorkingDay(day));
        });

    [Fact]
    public void Article07_Days_out_of_range_are_answered_provisionally_and_without_a_fault() => Any.Sample(day =>
    {
        var last = StatutoryPeriod.OneMonthFrom(day, Calendar);
        WorkCalendar.Covers(last.Date).ShouldBeTrue();
        if (day > WorkCalendar.LastDay || day < Day("2017-11-30")) last.Provisional.ShouldBeTrue();
        StatutoryPeriod.EndsAtUtc(day).Kind.ShouldBe(DateTimeKind.Utc);
    });
}

public sealed class StatutoryPeriodTestsHere : StatutoryPeriodTests;

[Collection(LosAngeles.Name)]
public sealed class StatutoryPeriodTestsInLosAngeles : StatutoryPeriodTests;
