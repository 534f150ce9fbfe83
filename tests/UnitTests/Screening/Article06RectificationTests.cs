using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Screening.Articles;

namespace WeChatBankGov.UnitTests.Screening;

public sealed class Article06RectificationTests
{
    private static readonly DateOnly Due = new(2026, 12, 7);

    [Fact]
    [Trait("Rule", "R06-4"), Trait("Side", "Refuses")]
    public void Article06_A_case_is_overdue_on_the_day_after_its_last()
    {
        var breach = RectificationRules.IsInTime(Due, new(2026, 12, 8), "西湖支行").ShouldHaveSingleItem();
        (breach.Code, breach.Article).ShouldBe(("R06-4", 6));
        breach.Message.ShouldContain("2026年12月7日");
    }

    [Fact]
    [Trait("Rule", "R06-4"), Trait("Side", "Accepts")]
    public void Article06_A_case_is_in_time_on_its_last_day() => RectificationRules.IsInTime(Due, Due, "西湖支行").ShouldBeEmpty();

    [Fact]
    public void Article06_Ten_working_days_do_not_count_the_day_of_the_confirmation_nor_holidays()
    {
        RectificationRules.DueFor(new(2026, 11, 23), 10, WorkCalendar.Shipped).Date.ShouldBe(Due);
        RectificationRules.DueFor(new(2026, 9, 30), 1, WorkCalendar.Shipped).Date.ShouldBe(new DateOnly(2026, 10, 8));
    }
}
