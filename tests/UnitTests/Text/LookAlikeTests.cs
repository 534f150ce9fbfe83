using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

public class LookAlikeTests
{
    private static readonly OfficialNames Names = new(["中国ⅩⅩ银行", "ⅩⅩ银行信用卡", "中国ⅩⅩ银行浙江分行", "中国ⅩⅩ银行江苏分行"]);

    [Theory]
    [InlineData("中国ⅩⅩ银行", Likeness.Equal, "中国ⅩⅩ银行", "")]
    [InlineData("中国XX银行", Likeness.SameKey, "中国ⅩⅩ银行", "第3至4个字“XX”(U+0058)应为“ⅩⅩ”(U+2169)")]
    [InlineData("中国ⅩX银行", Likeness.SameKey, "中国ⅩⅩ银行", "第4个字“X”(U+0058)应为“Ⅹ”(U+2169)")]
    [InlineData("中国ⅩⅩ银行浙江支行", Likeness.Similar, "中国ⅩⅩ银行浙江分行", "第9个字“支”(U+652F)应为“分”(U+5206)")]
    [InlineData("中国ⅩⅩ银行浙江省分行", Likeness.Similar, "中国ⅩⅩ银行浙江分行", "第9个字“省”(U+7701)多余")]
    [InlineData("中国ⅩⅩ银行江苏行", Likeness.Similar, "中国ⅩⅩ银行江苏分行", "第9个字处缺“分”(U+5206)")]
    [InlineData("ⅩⅩ\u200b银行信用卡", Likeness.SameKey, "ⅩⅩ银行信用卡", "第3个字“\u200b”(U+200B)多余")]
    [InlineData("ⅩⅩ銀荇信用卡", Likeness.Similar, "ⅩⅩ银行信用卡", "第3至4个字“銀荇”(U+9280 U+8347)应为“银行”(U+94F6 U+884C)")]
    [InlineData("工商银行", Likeness.None, null, "")]
    public void Says_which_official_name_is_meant_and_how_it_differs(string name, Likeness likeness, string? official, string explanation)
    {
        var found = Names.Nearest(name);
        found.Likeness.ShouldBe(likeness);
        found.Official.ShouldBe(official);
        found.Explain().ShouldBe(explanation);
    }

    [Fact]
    public void Differences_can_be_asked_for_any_two_names() =>
        string.Join('；', CharacterDifference.Between("浙江ⅩⅩ银行分行", "中国ⅩⅩ银行浙江分行"))
            .ShouldBe("第1至2个字“浙江”(U+6D59 U+6C5F)应为“中国”(U+4E2D U+56FD)；第7个字处缺“浙江”(U+6D59 U+6C5F)");
}
