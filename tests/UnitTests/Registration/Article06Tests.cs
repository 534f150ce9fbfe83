using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.UnitTests.Registration;

public sealed class Article06Tests
{
    private static readonly BankOptions Bank = new();
    private static readonly string[] Branches = ["中国ⅩⅩ银行浙江分行", "中国ⅩⅩ银行江苏分行"];

    [Fact]
    [Trait("Rule", "R06-1"), Trait("Side", "Refuses")]
    public void Article06_Refuses_Latin_letters_for_the_Roman_numerals_and_shows_the_code_points()
    {
        var breach = Unified("中国XX银行浙江分行").ShouldRefuse("R06-1", 6, "name");
        breach.Message.ShouldBe("“中国XX银行浙江分行”不是本分行的统一名称：第3至4个字“XX”(U+0058)应为“ⅩⅩ”(U+2169)。");
        breach.Remedy.ShouldBe("请改为“中国ⅩⅩ银行浙江分行”。");
    }

    [Theory]
    [InlineData("中国ⅩⅩ银行浙江", "第9个字处缺“分行”")]
    [InlineData("中国ⅩⅩ银行浙江省分行", "第9个字“省”(U+7701)多余")]
    [InlineData("中国ⅩⅩ银行江苏分行", "第7个字处缺“浙”(U+6D59)；第8个字“苏”(U+82CF)多余")]
    [InlineData("中国ⅩⅩ银行浙江分行 ", "(U+0020)多余")]
    [Trait("Rule", "R06-1"), Trait("Side", "Refuses")]
    public void Article06_Refuses_any_other_name_character_by_character(string name, string difference) =>
        Unified(name).ShouldRefuse("R06-1", 6, "name").Message.ShouldContain(difference);

    [Fact]
    [Trait("Rule", "R06-1"), Trait("Side", "Accepts")]
    public void Article06_Accepts_the_unified_name() => Unified("中国ⅩⅩ银行浙江分行").ShouldBeEmpty();

    [Theory]
    [InlineData(AccountForm.ServiceAccount, InstitutionLevel.Tier1Branch)]
    [InlineData(AccountForm.SubscriptionAccount, InstitutionLevel.HeadOffice)]
    [Trait("Rule", "R06-1"), Trait("Side", "Accepts")]
    public void Article06_Accepts_other_names_of_what_has_no_unified_name(AccountForm form, InstitutionLevel level) =>
        NameRules.NameIsUnified(form, level, "ⅩⅩ银行微银行", "浙江", Bank).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R06-2"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_branch_whose_place_name_is_unsettled()
    {
        var breach = NameRules.OneAccountOneName(AccountForm.SubscriptionAccount, true, "吉林", null).ShouldRefuse("R06-2", 6, "name");
        breach.Message.ShouldContain("地名“吉林”与上级或其他分行重名");
        breach.Remedy!.ShouldContain("系统管理员");
    }

    [Theory]
    [InlineData(AccountForm.SubscriptionAccount)]
    [InlineData(AccountForm.ServiceAccount)]
    [Trait("Rule", "R06-2"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_place_or_a_name_that_is_held(AccountForm form) =>
        NameRules.OneAccountOneName(form, false, "浙江", "本分行已有在用的订阅号").ShouldRefuse("R06-2", 6, "name")
            .Message.ShouldBe("本分行已有在用的订阅号");

    [Fact]
    [Trait("Rule", "R06-2"), Trait("Side", "Accepts")]
    public void Article06_Accepts_a_free_name_and_a_service_account_of_an_unsettled_place()
    {
        NameRules.OneAccountOneName(AccountForm.SubscriptionAccount, false, "浙江", null).ShouldBeEmpty();
        NameRules.OneAccountOneName(AccountForm.ServiceAccount, true, "吉林", null).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R06-5"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_service_account_without_the_banks_name() =>
        OwnName("浙江惠生活").ShouldRefuse("R06-5", 6, "name").Message.ShouldBe("“浙江惠生活”没有包含本行行名。");

    [Theory]
    [InlineData("XX银行惠生活")]
    [InlineData("ＸＸ银行惠生活")]
    [InlineData("ⅩⅩ銀行惠生活")]
    [Trait("Rule", "R06-5"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_look_alike_of_the_banks_name_and_says_so(string name)
    {
        var breach = OwnName(name).ShouldRefuse("R06-5", 6, "name");
        breach.Message.ShouldContain("字形相近但字符不同");
        breach.Message.ShouldContain("U+2169");
    }

    [Fact]
    [Trait("Rule", "R06-5"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_name_that_folds_to_a_standing_accounts() =>
        OwnName("ⅩⅩ银行信用卡\u200B").ShouldRefuse("R06-5", 6, "name").Message.ShouldContain("现有服务号“ⅩⅩ银行信用卡”");

    [Theory]
    [InlineData("中国ⅩⅩ银行江苏分行")]
    [InlineData("中国ⅩⅩ银行江蘇分行")]
    [Trait("Rule", "R06-5"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_name_that_is_or_looks_like_a_branchs_unified_name(string name) =>
        OwnName(name).ShouldRefuse("R06-5", 6, "name").Message.ShouldContain("与分行统一名称“中国ⅩⅩ银行江苏分行”相同或相似");

    [Fact]
    [Trait("Rule", "R06-5"), Trait("Side", "Refuses")]
    public void Article06_Refuses_the_head_offices_subscription_account_without_the_banks_name() =>
        OwnName("惠生活", AccountForm.SubscriptionAccount, InstitutionLevel.HeadOffice).ShouldRefuse("R06-5", 6, "name");

    [Theory]
    [InlineData("ⅩⅩ银行惠生活")]
    [InlineData("中国ⅩⅩ银行浙江惠生活")]
    [Trait("Rule", "R06-5"), Trait("Side", "Accepts")]
    public void Article06_Accepts_a_service_accounts_name_with_the_banks_and_nobody_elses(string name) => OwnName(name).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R06-5"), Trait("Side", "Accepts")]
    public void Article06_Accepts_a_branchs_own_unified_name_for_its_subscription_account() =>
        OwnName(Branches[0], AccountForm.SubscriptionAccount).ShouldBeEmpty();

    private static IEnumerable<Breach> Unified(string name) =>
        NameRules.NameIsUnified(AccountForm.SubscriptionAccount, InstitutionLevel.Tier1Branch, name, "浙江", Bank);

    private static IEnumerable<Breach> OwnName(
        string name, AccountForm form = AccountForm.ServiceAccount, InstitutionLevel level = InstitutionLevel.Tier1Branch) =>
        NameRules.NameIsTheBanksAndItsOwn(form, level, name, Bank, Branches);
}
