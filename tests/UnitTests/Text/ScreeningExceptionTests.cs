using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

public class ScreeningExceptionTests
{
    private static readonly Screener WithOwn = new(Term.OfBank(),
        [new("ABC英语", "培训机构的名称", Suppresses: true), new("老农行走", "“行走”是一个词"), new("五一农行游", "假日出游"), new("农行2队", "学农行走第二队")]);

    [Theory]
    [InlineData("助农行动")]
    [InlineData("三农行业")]
    [InlineData("务农行家")]
    [InlineData("務農行家")]
    [InlineData("支\u200b农行")]
    [InlineData("农行业务")]
    public void Article06_Shipped_exceptions_make_advice(string text) =>
        ScreeningLists.Screener.Screen(text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            hit => hit.Level.ShouldBe(HitLevel.Advice), hit => hit.Reason.ShouldNotBeNull());

    [Theory]
    [InlineData("2023农行校招")]
    [InlineData("５月２３农行")]
    [InlineData("③农行")]
    [InlineData("Ⅲ农行")]
    [InlineData("㈢农行")]
    [InlineData("٣农行")]
    public void The_digit_3_is_not_the_word_for_three(string text) =>
        ScreeningLists.Screener.Screen(text).ShouldHaveSingleItem().Level.ShouldBe(HitLevel.Block);

    [Theory]
    [InlineData("支 农行")]
    [InlineData("张三·农行")]
    [InlineData("农行 业务")]
    public void A_separator_beside_the_term_leaves_the_hit(string text) =>
        ScreeningLists.Screener.Screen(text).ShouldHaveSingleItem().Level.ShouldBe(HitLevel.Block);

    [Fact]
    public void Pinyin_is_advice_for_what_it_is() =>
        ScreeningLists.Screener.Screen("贵宾服务nonghang俱乐部").ShouldHaveSingleItem().Reason.ShouldBe("拼音");

    [Theory]
    [InlineData("abc英语", null)]
    [InlineData("ABC英文", HitLevel.Block)]
    [InlineData("老農行走天下", HitLevel.Advice)]
    [InlineData("农行走天下", HitLevel.Block)]
    [InlineData("三农行", HitLevel.Advice)]
    [InlineData("五一农行游", HitLevel.Advice)]
    [InlineData("伍\u200b一农行游", HitLevel.Advice)]
    [InlineData("51农行游", HitLevel.Block)]
    [InlineData("五1农行游", HitLevel.Block)]
    [InlineData("五㊀农行游", HitLevel.Block)]
    [InlineData("农行２队", HitLevel.Advice)]
    public void Own_exceptions_come_on_top(string text, HitLevel? level) =>
        WithOwn.Screen(text).Select(hit => (HitLevel?)hit.Level).SingleOrDefault().ShouldBe(level);
}
