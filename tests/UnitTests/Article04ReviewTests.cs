using WeChatBankGov.Review;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.UnitTests;

public class Article04ReviewTests
{
    [Fact]
    [Trait("Rule", "R04-2")]
    [Trait("Side", "Accepts")]
    public void Article04_Three_judged_elements_with_reasons_are_a_judgement() =>
        ReviewRules.JudgedOneByOne([Yes(IdentityElement.Name), Yes(IdentityElement.Avatar), No(IdentityElement.ServicePageDesign, "字体不符")])
            .ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R04-2")]
    [Trait("Side", "Refuses")]
    public void Article04_An_element_left_out_is_named()
    {
        var breach = ReviewRules.JudgedOneByOne([Yes(IdentityElement.Avatar), Yes(IdentityElement.Name)]).ShouldHaveSingleItem();
        (breach.Code, breach.Article, breach.Field).ShouldBe(("R04-2", 4, "elements"));
        breach.Message.ShouldBe("服务页面UI设计尚未审核。");
    }

    [Fact]
    [Trait("Rule", "R04-2")]
    [Trait("Side", "Refuses")]
    public void Article04_Nothing_judged_names_all_three_at_once() =>
        ReviewRules.JudgedOneByOne([new(IdentityElement.Avatar, null, null)]).Select(b => b.Message)
            .ShouldBe(["头像尚未审核。", "名称尚未审核。", "服务页面UI设计尚未审核。"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    [Trait("Rule", "R04-2")]
    [Trait("Side", "Refuses")]
    public void Article04_What_does_not_conform_needs_its_reason_at_its_own_field(string? reason)
    {
        var breach = ReviewRules.JudgedOneByOne(
            [Yes(IdentityElement.Avatar), No(IdentityElement.Name, reason), Yes(IdentityElement.ServicePageDesign)]).ShouldHaveSingleItem();
        breach.Field.ShouldBe("elements[1].reason");
        breach.Message.ShouldContain("名称判为不符合");
    }

    [Theory]
    [InlineData(true, true, true, true)]
    [InlineData(false, true, true, false)]
    [InlineData(true, false, true, false)]
    [InlineData(true, true, false, false)]
    [InlineData(false, false, false, false)]
    [Trait("Rule", "R04-2")]
    [Trait("Side", "Accepts")]
    [Trait("Side", "Refuses")]
    public void Article04_The_review_passes_only_when_all_three_conform(bool avatar, bool name, bool pages, bool passes) =>
        ReviewRules.Passes(
            [new(IdentityElement.Avatar, avatar, ""), new(IdentityElement.Name, name, ""), new(IdentityElement.ServicePageDesign, pages, "")])
            .ShouldBe(passes);

    private static ElementJudgement Yes(IdentityElement element) => new(element, true, null);

    private static ElementJudgement No(IdentityElement element, string? reason) => new(element, false, reason);
}
