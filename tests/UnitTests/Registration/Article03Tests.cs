using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Plans;
using WeChatBankGov.UnitTests.Approval;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Registration;

public sealed class Article03Tests
{
    private static readonly DateOnly Today = Day("2026-11-23");

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Refuses")]
    public void Article03_Refuses_an_application_without_a_plan() =>
        PlanRules.PlanInForce(null, Staff.Zhejiang.Id, Today).ShouldRefuse("R03-1", 3, "planId").Message.ShouldContain("没有注明规划依据");

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Refuses")]
    public void Article03_Refuses_a_plan_before_its_first_day() =>
        PlanRules.PlanInForce(Unified("2026-11-24"), Staff.Zhejiang.Id, Today).ShouldRefuse("R03-1", 3, "planId")
            .Message.ShouldBe("《微信银行规划》自2026年11月24日(周二)起才生效。");

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Refuses")]
    public void Article03_Refuses_a_plan_after_its_last_day() =>
        PlanRules.PlanInForce(Unified("2026-01-01", "2026-11-22"), Staff.Zhejiang.Id, Today).ShouldRefuse("R03-1", 3, "planId")
            .Message.ShouldBe("《微信银行规划》已于2026年11月22日(周日)到期。");

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Refuses")]
    public void Article03_Refuses_a_plan_from_the_day_of_its_repeal()
    {
        var plan = Unified("2026-01-01");
        plan.Repeal(Today);

        PlanRules.PlanInForce(plan, Staff.Zhejiang.Id, Today).ShouldRefuse("R03-1", 3, "planId")
            .Message.ShouldBe("《微信银行规划》已于2026年11月23日(周一)废止。");
        PlanRules.PlanInForce(plan, Staff.Zhejiang.Id, Today.AddDays(-1)).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Refuses")]
    public void Article03_Refuses_another_branchs_construction_plan() =>
        PlanRules.PlanInForce(ConstructionOfZhejiang(), Staff.Jiangsu.Id, Today).ShouldRefuse("R03-1", 3, "planId")
            .Message.ShouldBe("《浙江建设规划》是浙江省分行的建设规划，不能作为本机构的规划依据。");

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Refuses")]
    public void Article03_Refuses_the_parents_construction_plan() =>
        PlanRules.PlanInForce(ConstructionOfZhejiang(), Staff.Hangzhou.Id, Today).ShouldRefuse("R03-1", 3, "planId");

    [Theory]
    [InlineData("2026-11-23", null)]           // its first day
    [InlineData("2026-01-01", "2026-11-23")]   // its last day
    [Trait("Rule", "R03-1"), Trait("Side", "Accepts")]
    public void Article03_Accepts_the_unified_plan_on_its_first_and_last_day(string from, string? to) =>
        PlanRules.PlanInForce(Unified(from, to), Staff.Xihu.Id, Today).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R03-1"), Trait("Side", "Accepts")]
    public void Article03_Accepts_the_branchs_own_construction_plan() =>
        PlanRules.PlanInForce(ConstructionOfZhejiang(), Staff.Zhejiang.Id, Today).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R03-2"), Trait("Side", "Refuses")]
    public void Article10_Refuses_the_unified_plan_from_a_branch() =>
        PlanRules.MayPublish(PlanKind.Unified, Staff.Handler).ShouldRefuse("R03-2", 10, null)
            .Message.ShouldContain("只能由总行电子银行部/网络金融部发布，您在浙江省分行电子银行部/网络金融部");

    [Fact]
    [Trait("Rule", "R03-2"), Trait("Side", "Refuses")]
    public void Article10_Refuses_a_plan_from_another_department() =>
        PlanRules.MayPublish(PlanKind.Construction, Staff.ZhejiangOffice).ShouldRefuse("R03-2", 10, null)
            .Message.ShouldContain("您在浙江省分行办公室");

    [Fact]
    [Trait("Rule", "R03-2"), Trait("Side", "Refuses")]
    public void Article10_Refuses_a_construction_plan_from_the_head_office_and_from_a_sub_branch()
    {
        PlanRules.MayPublish(PlanKind.Construction, Staff.HeadOfficeHandler).ShouldRefuse("R03-2", 10, null);
        var lower = Staff.Of("马骏", Staff.Xihu, DepartmentKind.EBanking, Duties.Handler);
        PlanRules.MayPublish(PlanKind.Construction, lower).ShouldRefuse("R03-2", 10, null).Message.ShouldContain("西湖支行");
    }

    [Fact]
    [Trait("Rule", "R03-2"), Trait("Side", "Accepts")]
    public void Article10_Accepts_each_e_banking_departments_own_kind_of_plan()
    {
        PlanRules.MayPublish(PlanKind.Unified, Staff.HeadOfficeHandler).ShouldBeEmpty();
        PlanRules.MayPublish(PlanKind.Construction, Staff.Handler).ShouldBeEmpty();
        PlanRules.MayPublish(PlanKind.Construction, Staff.Of("沈洁", Staff.Hangzhou, DepartmentKind.EBanking, Duties.Handler))
            .ShouldBeEmpty();
    }

    private static Plan Unified(string from, string? to = null) => new()
    {
        Kind = PlanKind.Unified,
        InstitutionId = Staff.HeadOffice.Id,
        InstitutionName = "总行",
        Title = "微信银行规划",
        EffectiveFrom = Day(from),
        EffectiveTo = to is null ? null : Day(to),
        PublishedByName = "陈静",
    };

    private static Plan ConstructionOfZhejiang() => new()
    {
        Kind = PlanKind.Construction,
        InstitutionId = Staff.Zhejiang.Id,
        InstitutionName = "浙江省分行",
        Title = "浙江建设规划",
        EffectiveFrom = Day("2026-01-01"),
        PublishedByName = "王晓梅",
    };
}
