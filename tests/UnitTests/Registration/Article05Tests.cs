using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.UnitTests.Registration;

public sealed class Article05Tests
{
    private static readonly BankOptions Bank = new();

    [Theory]
    [InlineData("中国ⅩⅩ银行")]
    [InlineData("ⅩⅩ银行信用卡")]
    [InlineData("中国ⅩⅩ银行客户服务")]
    [InlineData(" 中国ⅩⅩ银行客户服务 ")]
    [Trait("Rule", "R05-1"), Trait("Side", "Refuses")]
    public void Article05_Refuses_the_name_of_a_standing_account(string name) =>
        ApplicantRules.NameIsNotStanding(name, Bank.StandingAccounts).ShouldRefuse("R05-1", 5, "name")
            .Message.ShouldBe($"“{name.Trim()}”是现有的总行服务号，其名称不得再申请。");

    [Theory]
    [InlineData("中国ⅩⅩ银行浙江分行")]
    [InlineData(null)]
    [Trait("Rule", "R05-1"), Trait("Side", "Accepts")]
    public void Article05_Accepts_any_other_name(string? name) =>
        ApplicantRules.NameIsNotStanding(name, Bank.StandingAccounts).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R05-2"), Trait("Side", "Refuses")]
    public void Article05_Refuses_a_justification_of_49_characters()
    {
        var breach = ApplicantRules.ServiceAccountIsJustified(AccountForm.ServiceAccount, Text(49)).ShouldRefuse("R05-2", 5, "justification");
        breach.Message.ShouldContain("只有 49 个字");
        breach.Remedy!.ShouldContain("至少 50 个字");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [Trait("Rule", "R05-2"), Trait("Side", "Refuses")]
    public void Article05_Refuses_a_service_account_without_a_justification(string? justification) =>
        ApplicantRules.ServiceAccountIsJustified(AccountForm.ServiceAccount, justification).ShouldRefuse("R05-2", 5, "justification")
            .Message.ShouldBe("申请服务号须说明设立必要性。");

    [Fact]
    [Trait("Rule", "R05-2"), Trait("Side", "Refuses")]
    public void Article05_Refuses_a_justification_padded_with_blanks() =>
        ApplicantRules.ServiceAccountIsJustified(AccountForm.ServiceAccount, Text(49) + "   ").ShouldRefuse("R05-2", 5, "justification");

    [Fact]
    [Trait("Rule", "R05-2"), Trait("Side", "Refuses")]
    public void Article05_Refuses_49_characters_that_take_two_code_units_each() =>
        ApplicantRules.ServiceAccountIsJustified(AccountForm.ServiceAccount, string.Concat(Enumerable.Repeat("𠮷", 49)))
            .ShouldRefuse("R05-2", 5, "justification").Message.ShouldContain("只有 49 个字");

    [Fact]
    [Trait("Rule", "R05-2"), Trait("Side", "Accepts")]
    public void Article05_Accepts_a_justification_of_50_characters() =>
        ApplicantRules.ServiceAccountIsJustified(AccountForm.ServiceAccount, Text(50)).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R05-2"), Trait("Side", "Accepts")]
    public void Article05_Accepts_a_short_justification_of_a_subscription_account() =>
        ApplicantRules.ServiceAccountIsJustified(AccountForm.SubscriptionAccount, "宣传").ShouldBeEmpty();

    [Theory]
    [InlineData(InstitutionLevel.SubBranch, "支行")]
    [InlineData(InstitutionLevel.Outlet, "营业网点")]
    [Trait("Rule", "R05-3"), Trait("Side", "Refuses")]
    public void Article05_Refuses_a_subscription_account_of_a_lower_unit(InstitutionLevel level, string word) =>
        ApplicantRules.LevelMayApply(AccountForm.SubscriptionAccount, level, "西湖某机构").ShouldRefuse("R05-3", 5, "accountForm")
            .Message.ShouldContain($"西湖某机构是{word}，属于二级分行以下的分支机构");

    [Theory]
    [InlineData(AccountForm.SubscriptionAccount, InstitutionLevel.HeadOffice)]
    [InlineData(AccountForm.SubscriptionAccount, InstitutionLevel.Tier1Branch)]
    [InlineData(AccountForm.SubscriptionAccount, InstitutionLevel.Tier2Branch)]
    [InlineData(AccountForm.ServiceAccount, InstitutionLevel.Outlet)]
    [Trait("Rule", "R05-3"), Trait("Side", "Accepts")]
    public void Article05_Accepts_branches_for_both_forms_and_lower_units_for_service_accounts(AccountForm form, InstitutionLevel level) =>
        ApplicantRules.LevelMayApply(form, level, "某机构").ShouldBeEmpty();

    private static string Text(int length) => new('需', length);
}
