using CsCheck;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;
    private static readonly Gen<int> Steps = Gen.Int[-300, 300].Where(n => n != 0);

    [Fact]
    public void Article07_Adding_working_days_agrees_with_walking_from_day_to_day() => Gen.Select(Covered, Steps).Sample((from, n) =>
    {
        var (day, left) = (from, Math.Abs(n));
        while (left > 0 && WorkCalendar.Covers(day.AddDays(Math.Sign(n))))
        {
            day = day.AddDays(Math.Sign(n));
            if (Calendar.IsWorkingDay(day)) left--;
        }

        if (left == 0) Calendar.AddWorkingDays(from, n).Date.ShouldBe(day);
    });

    [Fact]
    public void Article07_Adding_working_days_always_lands_on_a_working_day() =>
        Gen.Select(Any, Gen.OneOf(Steps, Gen.Int)).Sample((from, n) =>
        {
            var landed = Calendar.AddWorkingDays(from, n);
            WorkCalendar.Covers(landed.Date).ShouldBeTrue();
            Calendar.IsWorkingDay(landed.Date).ShouldBeTrue();
        });

    [Fact]
    public void Article07_A_later_day_or_a_longer_lead_never_ends_earlier() =>
        Gen.Select(Covered, Covered, Steps, Steps).Sample((one, other, n, m) =>
        {
            var (earlier, later) = one <= other ? (one, other) : (other, one);
            var (fewer, more) = n <= m ? (n, m) : (m, n);
            Calendar.AddWorkingDays(earlier, fewer).Date.ShouldBeLessThanOrEqualTo(Calendar.AddWorkingDays(later, more).Date);
        });

    [Fact]
    public void Article07_Counting_working_days_undoes_adding_them() =>
        Gen.Select(Between(Day("2020-01-01"), Day("2098-12-31")), Steps).Sample((from, n) =>
            Calendar.WorkingDaysBetween(from, Calendar.AddWorkingDays(from, n).Date).ShouldBe(n));

    [Fact]
    public void Article07_The_count_leaves_out_the_first_day_and_takes_in_the_last() =>
        Gen.Select(Covered, Gen.Int[0, 400]).Sample((from, days) =>
        {
            var to = from.AddDays(days);
            if (WorkCalendar.Covers(to))
                Calendar.WorkingDaysBetween(from, to).ShouldBe(from.AddDays(1).Through(to).Count(Calendar.IsWorkingDay));
        });

    [Theory]
    [InlineData("2026-09-30", 1, "2026-10-08", false)]
    [InlineData("2026-10-08", -1, "2026-09-30", false)]
    [InlineData("2026-10-03", 0, "2026-10-08", false)]
    [InlineData("2026-09-30", 0, "2026-09-30", false)]
    [InlineData("2026-12-31", 1, "2027-01-04", true)]    // touches 2027
    [InlineData("2027-01-04", -1, "2026-12-31", true)]   // comes back over days of 2027
    [InlineData("2027-01-01", -1, "2026-12-31", false)]  // the day itself is not counted
    [InlineData("2017-12-29", 1, "2018-01-02", true)]    // begins where nothing is known
    public void Article07_A_date_is_provisional_when_a_day_it_counted_is(string from, int n, string day, bool provisional) =>
        Calendar.AddWorkingDays(Day(from), n).ShouldBe(new CalendarDay(Day(day), provisional));

    [Fact]
    public void Article07_What_runs_past_the_covered_years_stops_at_their_ends_and_is_provisional()
    {
        var last = Provisional("2100-12-31");
        var first = Provisional("2018-01-02");
        Calendar.AddWorkingDays(DateOnly.MaxValue, 1).ShouldBe(last);
        Calendar.AddWorkingDays(Day("2026-01-01"), int.MaxValue).ShouldBe(last);
        Calendar.AddWorkingDays(DateOnly.MinValue, -1).ShouldBe(first);
        Calendar.AddWorkingDays(Day("2026-01-01"), int.MinValue).ShouldBe(first);
        Calendar.OnOrAfter(DateOnly.MinValue).ShouldBe(first);
        Calendar.OnOrAfter(DateOnly.MaxValue).ShouldBe(last);
        Calendar.WorkingDaysBetween(DateOnly.MinValue, DateOnly.MaxValue)
            .ShouldBe(WorkCalendar.FirstDay.Through(WorkCalendar.LastDay).Count(Calendar.IsWorkingDay));
    }

    [Theory]
    [InlineData("2018-01-01", true)]
    [InlineData("2100-12-31", true)]
    [InlineData("2017-12-31", false)]
    [InlineData("2101-01-01", false)]
    [InlineData("0001-01-01", false)]
    [InlineData("9999-12-31", false)]
    public void Article07_The_covered_days_are_2018_to_2100(string text, bool covered)
    {
        var day = Day(text);
        WorkCalendar.Covers(day).ShouldBe(covered);
        Calendar.IsProvisional(day).ShouldBe(day.Year != 2018);
        Calendar.IsWorkingDay(day);
        Calendar.Describe(day).StartsWith("超出工作日历范围", StringComparison.Ordinal).ShouldBe(!covered);
    }

    [Fact]
    public void Article07_A_calendar_put_in_force_is_seen_by_everyone_and_gives_back_the_old_one()
    {
        var source = new WorkCalendarSource();
        source.Current.ShouldBeSameAs(WorkCalendar.Shipped);
        var next = new WorkCalendar([]);
        source.Replace(next).ShouldBeSameAs(WorkCalendar.Shipped);
        source.Current.ShouldBeSameAs(next);
    }
}

public sealed class WorkCalendarTestsHere : WorkCalendarTests;

[Collection(LosAngeles.Name)]
public sealed class WorkCalendarTestsInLosAngeles : WorkCalendarTests;
