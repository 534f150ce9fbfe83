using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.UnitTests.Approval;

namespace WeChatBankGov.UnitTests.Registration;

/// <summary>Whose application or account it is to handle.</summary>
public sealed class Article10Tests
{
    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_another_branchs_e_banking_department() =>
        Handle(Staff.Handler, Staff.Jiangsu).ShouldRefuse("R10-1", 10, null)
            .Message.ShouldBe("这是江苏省分行的事项，由其所属分行的电子银行部门经办；您在浙江省分行电子银行部/网络金融部，只能查看。");

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_the_tier_1_branch_what_is_its_tier_2_branchs() =>
        Handle(Staff.Handler, Staff.Hangzhou).ShouldRefuse("R10-1", 10, null).Message.ShouldContain("这是杭州分行的事项");

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_the_tier_1_branch_a_sub_branch_under_its_tier_2_branch() =>
        Handle(Staff.Handler, Staff.Xihu).ShouldRefuse("R10-1", 10, null);

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_another_department_of_the_same_branch() =>
        Handle(Staff.Of("吴敏", Staff.Zhejiang, DepartmentKind.GeneralOffice, Duties.Handler), Staff.Zhejiang)
            .ShouldRefuse("R10-1", 10, null).Message.ShouldContain("您在浙江省分行办公室");

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_the_right_department_without_the_duty() =>
        Handle(Staff.BranchApprover, Staff.Zhejiang).ShouldRefuse("R10-1", 10, null);

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_a_lower_unit_what_is_its_branchs() =>
        Handle(Staff.Of("马骏", Staff.Xihu, DepartmentKind.Business, Duties.Handler), Staff.Hangzhou).ShouldRefuse("R10-1", 10, null);

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Refuses")]
    public void Article10_Refuses_clients_and_nobody()
    {
        Handle(Staff.Client("applications"), Staff.Zhejiang).ShouldRefuse("R10-1", 10, null);
        Handle(CurrentPerson.Anonymous, Staff.Zhejiang).ShouldRefuse("R10-1", 10, null);
    }

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Accepts")]
    public void Article10_Accepts_each_e_banking_department_for_its_own_institution()
    {
        Handle(Staff.Handler, Staff.Zhejiang).ShouldBeEmpty();
        Handle(Staff.HeadOfficeHandler, Staff.HeadOffice).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R10-1"), Trait("Side", "Accepts")]
    public void Article10_Accepts_the_nearest_branchs_e_banking_department_and_the_lower_unit_itself()
    {
        Handle(Staff.Of("沈洁", Staff.Hangzhou, DepartmentKind.EBanking, Duties.Handler), Staff.Xihu).ShouldBeEmpty();
        Handle(Staff.Of("马骏", Staff.Xihu, DepartmentKind.Business, Duties.Handler), Staff.Xihu).ShouldBeEmpty();
    }

    private static IEnumerable<Breach> Handle(CurrentPerson person, Institution institution) =>
        AuthorityRules.MayHandle(person, institution.Id, institution.ManagingBranchId, institution.Name);
}
