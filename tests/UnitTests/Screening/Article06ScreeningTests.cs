using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Screening;

public sealed class Article06ScreeningTests
{
    private static readonly Screener Screener = new(Term.OfBank());

    [Theory]
    [InlineData("小王農·⾏", "第 3 至 5 个字“農·⾏”即“农行”")]
    [InlineData("中国ⅩⅩ银行小张", "第 1 至 6 个字含有“中国ⅩⅩ银行”")]
    [InlineData("𝐀𝐁𝐂理财", "第 1 至 3 个字“𝐀𝐁𝐂”即“ABC”")]
    [Trait("Rule", "R06-3"), Trait("Side", "Refuses")]
    public void Article06_An_account_applied_for_with_a_term_in_its_name_is_a_finding(string name, string says)
    {
        var breach = Ask(AccountKind.OfficialAccount, AccountField.Name, name).ShouldHaveSingleItem();
        (breach.Code, breach.Article, breach.IsAdvice).ShouldBe(("R06-3", 6, false));
        breach.Message.ShouldContain(says);
        breach.Remedy.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("助农行动在身边")]
    [InlineData("小农xing人")]
    [InlineData("ABCD培训")]
    [InlineData("某某农村商业银行")]
    [Trait("Rule", "R06-3"), Trait("Side", "Accepts")]
    public void Article06_A_name_without_a_term_is_no_finding(string name) =>
        Ask(AccountKind.Channel, AccountField.Name, name).Where(b => !b.IsAdvice).ShouldBeEmpty();

    [Theory]
    [InlineData(AccountKind.OfficialAccount, AccountField.WeChatId)]
    [InlineData(AccountKind.MiniProgram, AccountField.Introduction)]
    [InlineData(AccountKind.Personal, AccountField.Name)]
    [Trait("Rule", "R06-3"), Trait("Side", "Accepts")]
    public void Article06_Other_texts_and_private_nicknames_are_advice(object kind, object field) =>
        Ask((AccountKind)kind, (AccountField)field, "农行小张").ShouldHaveSingleItem().IsAdvice.ShouldBeTrue();

    [Fact]
    [Trait("Rule", "R06-3"), Trait("Side", "Refuses")]
    public void Article06_A_private_nickname_is_a_finding_where_the_bank_decides_so()
    {
        Ask(AccountKind.Personal, AccountField.Name, "农行小张", nicknamesCount: true).ShouldHaveSingleItem().IsAdvice.ShouldBeFalse();
        Ask(AccountKind.Personal, AccountField.WeChatId, "abc", nicknamesCount: true).ShouldHaveSingleItem().IsAdvice.ShouldBeTrue();
    }

    [Fact]
    public void What_the_engine_calls_advice_stays_advice() =>
        Ask(AccountKind.OfficialAccount, AccountField.Name, "nonghang小张").ShouldHaveSingleItem().IsAdvice.ShouldBeTrue();

    [Theory]
    [InlineData(" 微信 公众号 ", AccountKind.OfficialAccount)]
    [InlineData("订阅号", AccountKind.OfficialAccount)]
    [InlineData("个人微信", AccountKind.Personal)]
    public void Kinds_are_recognised_as_people_write_them(string words, object kind) =>
        AccountWords.KindOf(words).ShouldBe((AccountKind)kind);

    [Fact]
    public void An_unknown_kind_is_none() => AccountWords.KindOf("抖音号").ShouldBeNull();

    private static IReadOnlyList<Kernel.Measures.Breach> Ask(AccountKind kind, AccountField field, string text, bool nicknamesCount = false) =>
        [.. ScreeningRules.AccountIsFreeOfBankTerms(kind, field, text, Screener.Screen(text), nicknamesCount)];
}
