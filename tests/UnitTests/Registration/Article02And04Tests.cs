using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.UnitTests.Registration;

public sealed class Article02And04Tests
{
    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(3)]
    [Trait("Rule", "R02-1"), Trait("Side", "Refuses")]
    public void Article02_Refuses_any_form_but_the_two(int? form) =>
        IdentityRules.FormIsOneOfTwo((AccountForm?)form).ShouldRefuse("R02-1", 2, "accountForm")
            .Remedy!.ShouldContain("只有服务号与订阅号");

    [Theory]
    [InlineData(AccountForm.ServiceAccount)]
    [InlineData(AccountForm.SubscriptionAccount)]
    [Trait("Rule", "R02-1"), Trait("Side", "Accepts")]
    public void Article02_Accepts_both_forms(AccountForm form) => IdentityRules.FormIsOneOfTwo(form).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R04-1"), Trait("Side", "Refuses")]
    public void Article04_Refuses_a_submission_without_the_avatar() =>
        IdentityRules.ElementsPresent(Filled.UnifiedName, [FileSlot.ServicePageDesign]).ShouldRefuse("R04-1", 4, "avatar")
            .Message.ShouldContain("头像");

    [Theory]
    [InlineData(null)]
    [InlineData(" 　")]
    [Trait("Rule", "R04-1"), Trait("Side", "Refuses")]
    public void Article04_Refuses_a_submission_without_a_name(string? name) =>
        IdentityRules.ElementsPresent(name, Filled.Files).ShouldRefuse("R04-1", 4, "name").Message.ShouldContain("名称");

    [Fact]
    [Trait("Rule", "R04-1"), Trait("Side", "Refuses")]
    public void Article04_Refuses_a_submission_without_the_service_pages_design() =>
        IdentityRules.ElementsPresent(Filled.UnifiedName, [FileSlot.Avatar]).ShouldRefuse("R04-1", 4, "servicePageDesign")
            .Message.ShouldContain("服务页面UI设计");

    [Fact]
    [Trait("Rule", "R04-1"), Trait("Side", "Refuses")]
    public void Article04_Refuses_other_files_in_their_place_and_names_all_three_at_once() =>
        IdentityRules.ElementsPresent("", [FileSlot.ContingencyPlan]).Select(b => b.Field)
            .ShouldBe(["avatar", "name", "servicePageDesign"]);

    [Fact]
    [Trait("Rule", "R04-1"), Trait("Side", "Accepts")]
    public void Article04_Accepts_all_three_elements() =>
        IdentityRules.ElementsPresent(Filled.UnifiedName, [FileSlot.Avatar, FileSlot.ServicePageDesign]).ShouldBeEmpty();
}
