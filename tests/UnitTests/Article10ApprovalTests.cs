using WeChatBankGov.Approval.Contracts;

namespace WeChatBankGov.UnitTests;

public class Article10ApprovalTests
{
    [Fact]
    [Trait("Rule", "R10-2")]
    [Trait("Side", "Accepts")]
    public void Article10_An_account_is_set_up_on_the_head_offices_approval() =>
        HeadOfficeApproval.Granted(Verdict.Approve, "中国ⅩⅩ银行浙江分行").ShouldBeEmpty();

    [Theory]
    [InlineData(null, "尚未经")]
    [InlineData(Verdict.Return, "未获")]
    [InlineData(Verdict.Reject, "未获")]
    [Trait("Rule", "R10-2")]
    [Trait("Side", "Refuses")]
    public void Article10_No_account_is_set_up_without_it(Verdict? verdict, string words)
    {
        var breach = HeadOfficeApproval.Granted(verdict, "中国ⅩⅩ银行浙江分行").ShouldHaveSingleItem();
        (breach.Code, breach.Article).ShouldBe(("R10-2", 10));
        breach.Message.ShouldContain(words);
        breach.Message.ShouldContain("中国ⅩⅩ银行浙江分行");
    }
}
