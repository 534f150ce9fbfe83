using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

public class ScreenerTests
{
    [Theory]
    [InlineData("我在农行", "农行", 2, 2, Disguise.None)]
    [InlineData("小abc客服", "ABC", 1, 3, Disguise.Case)]
    [InlineData("ＡＢＣ", "ABC", 0, 3, Disguise.Compatibility)]
    [InlineData("拨９５５９９", "95599", 1, 5, Disguise.Compatibility)]
    [InlineData("x𝐀𝐁𝐂", null, 0, 0, Disguise.None)]
    [InlineData("·𝐀𝐁𝐂", "ABC", 1, 6, Disguise.Compatibility)]
    [InlineData("农-行", "农行", 0, 3, Disguise.Separators)]
    [InlineData("9.5.5.9.9", "95599", 0, 9, Disguise.Separators)]
    [InlineData("农\u200b行", "农行", 0, 3, Disguise.Invisible)]
    [InlineData("农\u0336行\u0336", "农行", 0, 3, Disguise.Invisible)]
    [InlineData("張農行", "农行", 1, 2, Disguise.HanVariant)]
    [InlineData("АВС", "ABC", 0, 3, Disguise.LookAlike)]
    [InlineData("九五五九九", "95599", 0, 5, Disguise.Numeral)]
    [InlineData("🅰🅱🅲", "ABC", 0, 6, Disguise.Enclosed)]
    [InlineData("我nonghang", "农行", 1, 8, Disguise.Pinyin)]
    [InlineData("农彳亍", "农行", 0, 3, Disguise.Split)]
    [InlineData("農 ⾏", "农行", 0, 3, Disguise.HanVariant | Disguise.Separators | Disguise.Compatibility)]
    [InlineData("中囯xx银行", "中国ⅩⅩ银行", 0, 6, Disguise.HanVariant | Disguise.Case | Disguise.Compatibility)]
    [InlineData("🆎C", "ABC", 0, 3, Disguise.Enclosed)]
    public void Article06_Says_what_stands_where_and_what_was_seen_through(string text, string? term, int start, int length, Disguise disguise)
    {
        var hits = ScreeningLists.Screener.Screen(text);
        if (term is null) hits.ShouldBeEmpty();
        else hits.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            hit => (hit.Term, hit.Start, hit.Length).ShouldBe((term, start, length)),
            hit => hit.Disguise.ShouldBe(disguise));
    }

    [Fact]
    public void Every_disguise_has_a_chinese_name() =>
        Enum.GetValues<Disguise>().ShouldAllBe(disguise => (disguise == Disguise.None) == (disguise.ChineseName() == "原样") && disguise.ChineseName() != "");

    [Fact]
    public void The_longest_of_hits_within_each_other_remains() =>
        ScreeningLists.Screener.Screen("中国ⅩⅩ银行").ShouldHaveSingleItem().Term.ShouldBe("中国ⅩⅩ银行");

    [Fact]
    public void Several_hits_come_in_the_order_of_the_text() =>
        ScreeningLists.Screener.Screen("ABC农行95599，九五五九九").Select(hit => (hit.Term, hit.Start))
            .ShouldBe([("ABC", 0), ("农行", 3), ("95599", 5), ("95599", 11)]);

    [Theory]
    [InlineData("农--行", true)]
    [InlineData("农- -行", false)]
    [InlineData("农\u200b-\u200b-\u200b行", true)]
    public void A_gap_has_at_most_two_separators_and_any_number_of_ignorables(string text, bool hit) =>
        (ScreeningLists.Screener.Screen(text).Count == 1).ShouldBe(hit);

    [Theory]
    [InlineData("A、B、C", "跨越标点")]
    [InlineData("码农，行吗", "跨越标点")]
    [InlineData("A B C D", "读作列举")]
    [InlineData("A/B/C", "读作列举")]
    [InlineData("A B C\u200b D", "读作列举")]
    [InlineData("a+b=c", "读作算式")]
    [InlineData("2019-9-5 5.99", "读作几个数")]
    [InlineData("95.5-99元", "读作几个数")]
    [InlineData("学农﹐行", "跨越标点")]
    [InlineData("学农❗\ufe0f行", "跨越标点")]
    [InlineData("NongHang", "拼音")]
    public void Advice_says_why_it_is_no_more(string text, string reason) =>
        ScreeningLists.Screener.Screen(text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            hit => hit.Level.ShouldBe(HitLevel.Advice), hit => hit.Reason.ShouldBe(reason));

    [Fact]
    public void A_word_list_keeps_its_own_levels()
    {
        var screener = new Screener([new("保本", HitLevel.Block), new("第一", HitLevel.Advice), new("国家级")]);
        screener.Screen("国 家 级 产品，全国第一，保·本").Select(hit => (hit.Term, hit.Level))
            .ShouldBe([("国家级", HitLevel.Block), ("第一", HitLevel.Advice), ("保本", HitLevel.Block)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("··")]
    public void A_term_that_folds_to_nothing_is_refused(string term) => Should.Throw<ArgumentException>(() => new Screener([new(term)]));

    [Fact]
    public void Nothing_is_allocated_for_a_text_without_hit()
    {
        string[] texts = [.. ScreeningLists.MustNotHit.Where(row => !row.AdviceAllowed).Select(row => row.Text)];
        foreach (var text in texts) ScreeningLists.Screener.Screen(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var text in texts) ScreeningLists.Screener.Screen(text);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
