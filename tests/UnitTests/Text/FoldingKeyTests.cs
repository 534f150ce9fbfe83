using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

public class FoldingKeyTests
{
    [Theory]
    [InlineData("中国ⅩⅩ银行", "中国XX銀行")]
    [InlineData("中国ⅩⅩ银行", "中囯××银⾏")]
    [InlineData("中国ⅩⅩ银行浙江分行", " 中国 xx 银行·浙江分行")]
    [InlineData("ABC", "АВС")]
    [InlineData("ABC", "авс")]
    [InlineData("ABC", "🄰🅱🇨")]
    [InlineData("95599", "九伍５⑨9")]
    [InlineData("农行", "農\u200b行")]
    [InlineData("农行", "辳行")]
    [InlineData("cafe", "Café")]
    public void Names_that_look_alike_have_one_key(string one, string other) => Folding.Key(other).ShouldBe(Folding.Key(one));

    [Theory]
    [InlineData("中国ⅩⅩ银行黄冈分行", "中国ⅩⅩ银行黄岗分行")]
    [InlineData("中国ⅩⅩ银行历山支行", "中国ⅩⅩ银行厉山支行")]
    [InlineData("ⅩⅩ银行", "ⅩⅩⅩ银行")]
    [InlineData("O", "0")]
    [InlineData("l", "1")]
    [InlineData("士", "土")]
    public void Names_that_differ_have_different_keys(string one, string other) => Folding.Key(other).ShouldNotBe(Folding.Key(one));

    [Fact]
    public void A_key_is_empty_only_for_an_empty_name()
    {
        Folding.Key("").ShouldBe("");
        Folding.Key("★★").ShouldBe("★★");
    }

    [Fact]
    public void Folding_a_key_again_changes_nothing()
    {
        foreach (var name in new[] { "中国ⅩⅩ银行", "農銀", "ΑΒΓ", "ｶﾞ", "Straße", "①②", "エ商", "壹贰叁" })
            Folding.Key(Folding.Key(name)).ShouldBe(Folding.Key(name));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("ABC", 3)]
    [InlineData("中国ⅩⅩ银行", 12)]
    [InlineData("a😀", 3)]
    public void An_ascii_character_is_one_wide_and_any_other_two(string text, int width) => DisplayWidth.Of(text).ShouldBe(width);

    [Fact]   // as a fact: inline data can't carry lone surrogates
    public void A_lone_surrogate_is_one_code_point() => DisplayWidth.Of("\ud800a").ShouldBe(3);
}
