using WeChatBankGov.Approval;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.UnitTests.Approval;

namespace WeChatBankGov.UnitTests;

public class Article07AuthorityTests
{
    [Fact]
    [Trait("Rule", "R07-3")]
    [Trait("Side", "Accepts")]
    public void Article07_Head_office_e_banking_approvers_decide() =>
        ApprovalRules.DecidedByHeadOffice(Staff.Approver).ShouldBeEmpty();

    public static TheoryData<string> OthersThanApprovers => ["branch", "handler", "culture", "auditor", "client", "anonymous"];

    [Theory]
    [MemberData(nameof(OthersThanApprovers))]
    [Trait("Rule", "R07-3")]
    [Trait("Side", "Refuses")]
    public void Article07_Nobody_else_decides(string who)
    {
        var breach = ApprovalRules.DecidedByHeadOffice(Person(who)).ShouldHaveSingleItem();
        (breach.Code, breach.Article).ShouldBe(("R07-3", 7));
        breach.Message.ShouldContain("总行电子银行部/网络金融部的审批人员决定");
        breach.Remedy.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    [Trait("Rule", "R07-3")]
    [Trait("Side", "Refuses")]
    public void Article07_A_branch_approver_reads_which_department_they_are_in() =>
        ApprovalRules.DecidedByHeadOffice(Staff.BranchApprover).Single().Message.ShouldContain("浙江省分行电子银行部/网络金融部");

    [Fact]
    [Trait("Rule", "R07-4")]
    [Trait("Side", "Refuses")]
    public void Article07_Nobody_decides_what_they_drafted_or_submitted()
    {
        var breach = FourEyes.Check(Staff.Approver.Id, [Staff.Handler.Id, Staff.Approver.Id], "审批").ShouldHaveSingleItem();
        breach.Code.ShouldBe("R07-4");
        breach.Message.ShouldContain("由您本人起草或递交，不能再由您审批");
    }

    [Fact]
    [Trait("Rule", "R07-4")]
    [Trait("Side", "Accepts")]
    public void Article07_A_second_person_decides() =>
        FourEyes.Check(Staff.OtherApprover.Id, [Staff.Handler.Id, Staff.Approver.Id], "审批").ShouldBeEmpty();

    private static CurrentPerson Person(string who) => who switch
    {
        "branch" => Staff.BranchApprover,
        "handler" => Staff.HeadOfficeHandler,
        "culture" => Staff.CorporateCulture,
        "auditor" => Staff.Auditor,
        "client" => Staff.Client("approvals.read"),
        _ => CurrentPerson.Anonymous,
    };
}
