using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;
using WeChatBankGov.Review;
using WeChatBankGov.UnitTests.Approval;

namespace WeChatBankGov.UnitTests;

public class Article09Tests
{
    [Theory]
    [InlineData(AccountForm.ServiceAccount)]
    [InlineData(AccountForm.SubscriptionAccount)]
    [Trait("Rule", "R09-1")]
    [Trait("Side", "Accepts")]
    public void Article09_Corporate_culture_reviews_the_head_offices_accounts_of_both_forms(AccountForm form)
    {
        var assignment = AssignmentOf(form, Staff.HeadOffice);
        (assignment.Rule, assignment.InstitutionId, assignment.Department)
            .ShouldBe(("R09-1", Staff.HeadOffice.Id, DepartmentKind.CorporateCulture));
        ReviewRules.MayReview(Staff.CorporateCulture, assignment, "总行").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R09-1")]
    [Trait("Side", "Refuses")]
    public void Article09_A_general_office_does_not_review_the_head_offices_accounts()
    {
        var breach = ReviewRules.MayReview(
            Staff.ZhejiangOffice, AssignmentOf(AccountForm.SubscriptionAccount, Staff.HeadOffice), "总行").ShouldHaveSingleItem();
        (breach.Code, breach.Article).ShouldBe(("R09-1", 9));
        breach.Message.ShouldContain("浙江省分行办公室");
    }

    [Fact]
    [Trait("Rule", "R09-2")]
    [Trait("Side", "Accepts")]
    public void Article09_A_branchs_own_general_office_reviews_its_subscription_account()
    {
        var assignment = AssignmentOf(AccountForm.SubscriptionAccount, Staff.Zhejiang);
        (assignment.Rule, assignment.InstitutionId, assignment.Department)
            .ShouldBe(("R09-2", Staff.Zhejiang.Id, DepartmentKind.GeneralOffice));
        ReviewRules.MayReview(Staff.ZhejiangOffice, assignment, "浙江省分行").ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R09-2")]
    [Trait("Side", "Refuses")]
    public void Article09_Another_branchs_general_office_does_not() =>
        Refused(Staff.JiangsuOffice, Staff.Zhejiang).ShouldContain("江苏省分行办公室");

    [Fact]
    [Trait("Rule", "R09-2")]
    [Trait("Side", "Refuses")]
    public void Article09_The_parents_general_office_does_not() =>
        Refused(Staff.ZhejiangOffice, Staff.Hangzhou).ShouldContain("杭州分行订阅号的形象设计由杭州分行办公室审核");

    [Fact]
    [Trait("Rule", "R09-2")]
    [Trait("Side", "Refuses")]
    public void Article09_Corporate_culture_does_not_review_a_branchs_subscription_account() =>
        Refused(Staff.CorporateCulture, Staff.Zhejiang).ShouldContain("总行企业文化部");

    [Fact]
    [Trait("Rule", "R09-2")]
    [Trait("Side", "Refuses")]
    public void Article09_The_right_office_without_the_duty_does_not() =>
        Refused(Staff.Of("钱枫", Staff.Zhejiang, DepartmentKind.GeneralOffice, Duties.Handler), Staff.Zhejiang)
            .ShouldContain("您没有审核职责");

    [Theory]
    [InlineData("浙江省分行")]
    [InlineData("西湖支行")]
    [Trait("Rule", "R09-3")]
    [Trait("Side", "Accepts")]
    public void Article09_Corporate_culture_reviews_service_accounts_of_branches_and_lower_units(string name)
    {
        var assignment = AssignmentOf(AccountForm.ServiceAccount, name == "西湖支行" ? Staff.Xihu : Staff.Zhejiang);
        (assignment.Rule, assignment.InstitutionId, assignment.Department)
            .ShouldBe(("R09-3", Staff.HeadOffice.Id, DepartmentKind.CorporateCulture));
        ReviewRules.MayReview(Staff.CorporateCulture, assignment, name).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R09-3")]
    [Trait("Side", "Refuses")]
    public void Article09_A_branchs_general_office_does_not_review_its_service_account()
    {
        var breach = ReviewRules.MayReview(
            Staff.ZhejiangOffice, AssignmentOf(AccountForm.ServiceAccount, Staff.Zhejiang), "浙江省分行").ShouldHaveSingleItem();
        breach.Code.ShouldBe("R09-3");
        breach.Message.ShouldContain("浙江省分行申请的是服务号");
    }

    private static string Refused(CurrentPerson person, Institution applicant)
    {
        var breach = ReviewRules.MayReview(person, AssignmentOf(AccountForm.SubscriptionAccount, applicant), applicant.Name)
            .ShouldHaveSingleItem();
        (breach.Code, breach.Article).ShouldBe(("R09-2", 9));
        return breach.Message;
    }

    private static ReviewAssignment AssignmentOf(AccountForm form, Institution applicant) =>
        ReviewRules.ReviewerOf(form, applicant.Level, applicant.ManagingBranchId, Staff.HeadOffice.Id);
}
