using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

/// <summary>For each step of the folding the case that another order gets wrong.</summary>
public class FoldingOrderTests
{
    [Theory]
    [InlineData("0", "0")]            // the confusables make it O
    [InlineData("1", "1")]            // … and l
    [InlineData("１", "1")]           // full width, by NFKC
    [InlineData("৭", "7")]            // drawn like 9, which the confusables say
    [InlineData("Ⅴ", "5")]            // NFKC makes it V
    [InlineData("一", "1")]           // the confusables make it ー
    [InlineData("⼋", "8")]           // a radical is a numeral after NFKC only
    [InlineData("|", "|")]            // the confusables make it l; it is a separator
    public void Step1_digits_come_first(string text, string key) => Folding.Key(text).ShouldBe(key);

    [Theory]
    [InlineData("В", "b")]            // lower-cased first it is в, which no table has
    [InlineData("Н", "h")]
    [InlineData("Ν", "n")]            // ν looks like v
    [InlineData("𝐈", "i")]            // NFKC before the confusables, which make it l
    [InlineData("Ⅹ", "x")]
    [InlineData("é", "e")]
    [InlineData("в", "b")]            // drawn like nothing: as its capital
    [InlineData("ƅ", "b")]
    [InlineData("г", "r")]
    [InlineData("Г", "r")]            // … and the other way round
    [InlineData("ʼ", "ʼ")]            // drawn like an apostrophe, which is a separator
    [InlineData("aノb", "ab")]
    public void Step2_compatibility_then_confusables_then_case(string text, string key) => Folding.Key(text).ShouldBe(key);

    [Fact]
    public void Step2_an_expansion_keeps_one_source_span() =>
        ScreeningLists.Screener.Screen("🆎c客服").ShouldHaveSingleItem().Length.ShouldBe(3);

    [Theory]
    [InlineData("🅐", "a")]
    [InlineData("🅰", "a")]
    [InlineData("🇦", "a")]
    [InlineData("🄰", "a")]
    public void Step3_enclosed_letters_by_their_names(string text, string key) => Folding.Key(text).ShouldBe(key);

    [Theory]
    [InlineData("囯", "国")]          // two steps, by way of 國
    [InlineData("⾏", "行")]          // a radical first becomes a Han character
    [InlineData("岗", "岗")]          // reaches 冈, but is a common character itself
    [InlineData("士", "士")]          // the confusables make it 土
    public void Step4_han_variants_in_as_many_steps_as_needed(string text, string key) => Folding.Key(text).ShouldBe(key);

    [Theory]
    [InlineData("a\u0301", "a")]
    [InlineData("a\u20dd", "a")]
    [InlineData("a\ufe0f", "a")]
    [InlineData("a\u00adb", "ab")]
    [InlineData("a\nb", "a\nb")]      // a control is neither ignorable nor a separator
    [InlineData("a\tb", "ab")]
    public void Step5_ignorables_vanish(string text, string key) => Folding.Key(text).ShouldBe(key);
}
