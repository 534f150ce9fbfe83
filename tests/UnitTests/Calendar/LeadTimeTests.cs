using CsCheck;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class LeadTimeTests
{
    private static readonly WorkCalendar Calendar = WorkCalendar.Shipped;

    [Theory]
    [InlineData("2026-11-23", "2026-11-26")]   // Monday: Thursday
    [InlineData("2026-11-24", "2026-11-27")]   // Tuesday: Friday
    [InlineData("2026-11-25", "2026-11-30")]   // Wednesday: over the weekend to Monday
    [InlineData("2026-11-27", "2026-12-02")]   // Friday: Wednesday
    [InlineData("2026-09-30", "2026-10-10")]   // over National Day: 8, 9 and the worked Saturday
    [InlineData("2026-02-13", "2026-02-25")]   // the worked Saturday 14 counts, then Spring Festival until 23
    [InlineData("2026-02-26", "2026-03-02")]   // Friday, the worked Saturday 28, Monday
    public void Article07_The_third_working_day_after_the_day_of_submission_is_the_earliest(string submitted, string earliest) =>
        LeadTime.EarliestDay(Day(submitted), Calendar).ShouldBe(Certain(earliest));

    [Theory]
    [InlineData("2026-11-28", "2026-12-02")]   // Saturday: Monday, Tuesday, Wednesday
    [InlineData("2026-11-29", "2026-12-02")]   // Sunday: the same
    [InlineData("2026-10-01", "2026-10-10")]   // the first day of National Day
    [InlineData("2026-10-07", "2026-10-10")]   // its last day
    public void Article07_A_submission_on_a_day_off_counts_as_made_on_that_day(string submitted, string earliest)
    {
        LeadTime.SubmissionDayFor(Day(submitted)).ShouldBe(Day(submitted));
        LeadTime.EarliestDay(Day(submitted), Calendar).ShouldBe(Certain(earliest));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-27")]   // Monday: Friday
    [InlineData("2026-11-24", "2026-11-28")]   // Tuesday: Saturday, for the planned day may be a day off
    [InlineData("2026-11-28", "2026-12-03")]   // Saturday: Thursday
    [InlineData("2026-09-30", "2026-10-11")]
    public void Article07_The_stricter_reading_keeps_three_whole_working_days_in_between(string submitted, string earliest) =>
        LeadTime.EarliestDay(Day(submitted), Calendar, LeadTimeReading.ThreeClearWorkingDays).ShouldBe(Certain(earliest));

    [Theory]
    [InlineData("2026-12-28", "2026-12-31", false)]
    [InlineData("2026-12-29", "2027-01-04", true)]   // counts into 2027, which is not published
    [InlineData("2027-03-01", "2027-03-04", true)]
    public void Article07_Counting_into_an_unpublished_year_is_provisional(string submitted, string earliest, bool provisional) =>
        LeadTime.EarliestDay(Day(submitted), Calendar).ShouldBe(new CalendarDay(Day(earliest), provisional));

    [Theory]
    [InlineData("2026-11-26", LeadTimeReading.ThirdWorkingDay, "2026-11-23")]
    [InlineData("2026-11-28", LeadTimeReading.ThirdWorkingDay, "2026-11-24")]   // a planned Saturday
    [InlineData("2026-11-27", LeadTimeReading.ThreeClearWorkingDays, "2026-11-23")]
    [InlineData("2026-10-10", LeadTimeReading.ThirdWorkingDay, "2026-10-07")]   // the last day off before the three
    public void Article07_The_latest_day_of_submission_can_be_named(string planned, LeadTimeReading reading, string latest) =>
        LeadTime.LatestSubmissionDay(Day(planned), Calendar, reading).ShouldBe(Certain(latest));

    [Theory]
    [InlineData(LeadTimeReading.ThirdWorkingDay)]
    [InlineData(LeadTimeReading.ThreeClearWorkingDays)]
    public void Article07_A_submission_on_the_latest_day_is_in_time_and_a_day_later_is_not(LeadTimeReading reading) =>
        Between(Day("2018-02-01"), WorkCalendar.LastDay).Sample(planned =>
        {
            var latest = LeadTime.LatestSubmissionDay(planned, Calendar, reading).Date;
            LeadTime.EarliestDay(latest, Calendar, reading).Date.ShouldBeLessThanOrEqualTo(planned);
            var tooLate = LeadTime.EarliestDay(latest.AddDays(1), Calendar, reading);
            if (Calendar.WorkingDaysBetween(latest.AddDays(1), WorkCalendar.LastDay) > 3) tooLate.Date.ShouldBeGreaterThan(planned);
        });

    [Theory]
    [InlineData(LeadTimeReading.ThirdWorkingDay)]
    [InlineData(LeadTimeReading.ThreeClearWorkingDays)]
    public void Article07_Exactly_three_working_days_are_kept(LeadTimeReading reading) =>
        Between(WorkCalendar.FirstDay, Day("2100-12-01")).Sample(submitted =>
        {
            var earliest = LeadTime.EarliestDay(submitted, Calendar, reading).Date;
            var lastCounted = reading == LeadTimeReading.ThirdWorkingDay ? earliest : earliest.AddDays(-1);
            submitted.AddDays(1).Through(lastCounted).Count(Calendar.IsWorkingDay).ShouldBe(LeadTime.WorkingDays);
            Calendar.IsWorkingDay(lastCounted).ShouldBeTrue();
        });

    [Fact]
    public void Article07_Days_out_of_range_are_answered_provisionally_and_without_a_fault() => Any.Sample(day =>
    {
        foreach (var reading in Enum.GetValues<LeadTimeReading>())
        {
            var earliest = LeadTime.EarliestDay(day, Calendar, reading);
            var latest = LeadTime.LatestSubmissionDay(day, Calendar, reading);
            WorkCalendar.Covers(earliest.Date).ShouldBeTrue();
            WorkCalendar.Covers(latest.Date).ShouldBeTrue();
            if (!WorkCalendar.Covers(day)) (earliest.Provisional && latest.Provisional).ShouldBeTrue();
        }
    });
}

public sealed class LeadTimeTestsHere : LeadTimeTests;

[Collection(LosAngeles.Name)]
public sealed class LeadTimeTestsInLosAngeles : LeadTimeTests;
