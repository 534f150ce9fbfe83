using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.UnitTests.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Registration;

public abstract class Article07FilingTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-25", "2026年11月26日(周四)")]   // Monday: Wednesday is two working days ahead
    [InlineData("2026-11-23", "2026-11-23", "2026年11月26日(周四)")]   // the same day
    [InlineData("2026-11-23", "2026-11-20", "2026年11月26日(周四)")]   // a day past
    [InlineData("2026-09-30", "2026-10-09", "2026年10月10日(周六)")]   // National Day: 8, 9 and the worked Saturday
    [InlineData("2026-11-28", "2026-12-01", "2026年12月2日(周三)")]    // submitted on a Saturday
    [Trait("Rule", "R07-1"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_day_less_than_three_working_days_ahead(string today, string planned, string earliest)
    {
        var breach = Lodged(today, planned).ShouldRefuse("R07-1", 7, "plannedRegistrationDate");
        breach.Message.ShouldBe($"计划注册日期{DayFormat.Day(Day(planned))}距今天{DayFormat.Day(Day(today))}不足 3 个工作日。");
        breach.Remedy.ShouldBe($"最早可填{earliest}。");
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-26")]
    [InlineData("2026-09-30", "2026-10-10")]
    [InlineData("2026-11-28", "2026-12-02")]
    [InlineData("2026-11-23", "2026-11-28")]   // the planned day may be a day off
    [InlineData("2026-11-23", "2027-11-23")]   // a year ahead to the day
    [Trait("Rule", "R07-1"), Trait("Side", "Accepts")]
    public void Article07_Accepts_the_third_working_day_and_later(string today, string planned) => Lodged(today, planned).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R07-1"), Trait("Side", "Refuses")]
    public void Article07_Refuses_the_third_working_day_by_the_stricter_reading() =>
        Lodged("2026-11-23", "2026-11-26", LeadTimeReading.ThreeClearWorkingDays).ShouldRefuse("R07-1", 7, "plannedRegistrationDate")
            .Remedy.ShouldBe("最早可填2026年11月27日(周五)。");

    [Fact]
    [Trait("Rule", "R07-1"), Trait("Side", "Accepts")]
    public void Article07_Accepts_the_day_after_three_clear_working_days_by_the_stricter_reading() =>
        Lodged("2026-11-23", "2026-11-27", LeadTimeReading.ThreeClearWorkingDays).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R07-1"), Trait("Side", "Refuses")]
    public void Article07_Refuses_a_day_more_than_a_year_ahead_or_beyond_the_calendar()
    {
        Lodged("2026-11-23", "2027-11-24").ShouldRefuse("R07-1", 7, "plannedRegistrationDate").Message.ShouldContain("在一年以后");
        Lodged("2026-11-23", "9999-12-31").ShouldRefuse("R07-1", 7, "plannedRegistrationDate").Message.ShouldContain("超出了工作日历的范围");
    }

    [Fact]
    [Trait("Rule", "R07-1"), Trait("Side", "Refuses")]
    public void Article07_Refuses_naming_an_earliest_day_in_an_unpublished_year_as_provisional() =>
        Lodged("2026-12-30", "2026-12-31").ShouldRefuse("R07-1", 7, "plannedRegistrationDate").Remedy!.ShouldContain("暂定");

    [Fact]
    [Trait("Rule", "R07-1"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_missing_day_here_because_the_form_asks_for_it() =>
        FilingRules.LodgedEarlyEnough(Day("2026-11-23"), null, WorkCalendar.Shipped, LeadTimeReading.ThirdWorkingDay).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R07-1"), Trait("Side", "Accepts")]
    public void Article07_Accepts_a_slow_review_as_advice_only()
    {
        var check = Rules.Check(FilingRules.LeadTimeAsAdvice(
            Day("2026-11-25"), Day("2026-11-26"), WorkCalendar.Shipped, LeadTimeReading.ThirdWorkingDay));
        check.Any.ShouldBeFalse();
        check.Advice.ShouldRefuse("R07-1", 7, "plannedRegistrationDate");
    }

    [Fact]
    [Trait("Rule", "R07-8"), Trait("Side", "Refuses")]
    public void Article07_Refuses_approval_when_the_planned_day_is_past()
    {
        var breach = FilingRules.StillHoldsAtApproval(Day("2026-11-27"), Day("2026-11-26"), Rules.Check())
            .ShouldRefuse("R07-8", 7, "plannedRegistrationDate");
        breach.Message.ShouldBe("计划注册日期2026年11月26日(周四)已经过去。");
        breach.Remedy!.ShouldContain("请退回申请机构");
    }

    [Fact]
    [Trait("Rule", "R07-8"), Trait("Side", "Refuses")]
    public void Article07_Refuses_approval_for_what_a_submission_rule_finds_now()
    {
        var submission = Rules.Check(PlanRules.PlanInForce(null, Guid.Empty, Day("2026-11-25")));
        FilingRules.StillHoldsAtApproval(Day("2026-11-25"), Day("2026-11-26"), submission).ShouldRefuse("R03-1", 3, "planId");
    }

    [Fact]
    [Trait("Rule", "R07-8"), Trait("Side", "Accepts")]
    public void Article07_Accepts_approval_on_the_planned_day_itself() =>
        FilingRules.StillHoldsAtApproval(Day("2026-11-26"), Day("2026-11-26"), Rules.Check()).ShouldBeEmpty();

    private static IEnumerable<Breach> Lodged(
        string today, string planned, LeadTimeReading reading = LeadTimeReading.ThirdWorkingDay) =>
        FilingRules.LodgedEarlyEnough(Day(today), Day(planned), WorkCalendar.Shipped, reading);
}

public sealed class Article07FilingTestsHere : Article07FilingTests;

[Collection(LosAngeles.Name)]
public sealed class Article07FilingTestsInLosAngeles : Article07FilingTests;
