namespace WeChatBankGov.UnitTests.Text;

public class BoundaryTests
{
    [Theory]
    [InlineData("ABCD培训")]
    [InlineData("XABC")]
    [InlineData("xＡＢＣ")]
    [InlineData("ABC\u200bD")]
    [InlineData("D\u0336ABC")]
    [InlineData("ABCД")]
    [InlineData("ДABC")]
    [InlineData("🇦🇧🇨🇩")]
    [InlineData("1955990")]
    [InlineData("95599٣")]
    [InlineData("③95599")]
    [InlineData("13955991234")]
    [InlineData("一九五五九九")]
    [InlineData("九五五九九一")]
    [InlineData("XXX银行")]
    [InlineData("×××银行")]
    [InlineData("xnonghang")]
    [InlineData("nonghangx")]
    public void Part_of_a_longer_word_or_number_is_no_hit(string text) => ScreeningLists.Screener.Screen(text).ShouldBeEmpty();

    [Theory]
    [InlineData("ABC银行")]
    [InlineData("我的ABC")]
    [InlineData("abc_农")]
    [InlineData("1ABC2")]
    [InlineData("D ABC D")]
    [InlineData("🇨🇳ABC🇨🇳")]
    [InlineData("ABC™")]
    [InlineData("ʚABCɞ")]
    [InlineData("小伍95599")]
    [InlineData("95599一号客服")]
    [InlineData("a95599b")]
    [InlineData("1 95599 1")]
    [InlineData("九五五九9一")]
    [InlineData("×XX银行")]
    [InlineData("一农行一")]
    public void Beside_another_kind_of_character_it_is_a_hit(string text) => ScreeningLists.Screener.Screen(text).ShouldHaveSingleItem();
}
