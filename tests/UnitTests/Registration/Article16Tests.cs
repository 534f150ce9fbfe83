using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.UnitTests.Registration;

/// <summary>Which accounts host financial transactions.</summary>
public sealed class Article16Tests
{
    private static readonly BankOptions Bank = new();

    [Theory]
    [InlineData("中国ⅩⅩ银行浙江分行")]
    [InlineData("中国ⅩⅩ银行客户服务")]
    [InlineData(null)]
    [Trait("Rule", "R16-1"), Trait("Side", "Refuses")]
    public void Article16_Advises_against_any_other_host(string? name)
    {
        var check = Rules.Check(TransactionRules.HostIsOneOfTheTwo(true, name, Bank));
        check.Any.ShouldBeFalse();
        check.Advice.ShouldRefuse("R16-1", 16, "hostsTransactions").Message.ShouldContain("“中国ⅩⅩ银行”和“ⅩⅩ银行信用卡”");
    }

    [Theory]
    [InlineData(true, "中国ⅩⅩ银行")]
    [InlineData(true, "ⅩⅩ银行信用卡")]
    [InlineData(false, "中国ⅩⅩ银行浙江分行")]
    [InlineData(null, "中国ⅩⅩ银行浙江分行")]
    [Trait("Rule", "R16-1"), Trait("Side", "Accepts")]
    public void Article16_Says_nothing_of_the_two_and_of_accounts_without_transactions(bool? hosts, string name) =>
        TransactionRules.HostIsOneOfTheTwo(hosts, name, Bank).ShouldBeEmpty();
}
