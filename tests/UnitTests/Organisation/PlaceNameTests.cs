using WeChatBankGov.Organisation;
using static WeChatBankGov.UnitTests.Organisation.Registers;

namespace WeChatBankGov.UnitTests.Organisation;

/// <summary>R06-2: whose short place name it is.</summary>
public sealed class PlaceNameTests
{
    [Fact]
    public void Article06_The_higher_level_keeps_the_short_name_and_the_other_is_unsettled()
    {
        var plan = Plan([], HeadOffice, JilinCity, Jilin);

        plan.Report.Errors.ShouldBeEmpty();
        plan.Report.Warnings.ShouldHaveSingleItem().Message.ShouldContain("220200 吉林市分行的地名“吉林”与其他分行相同，标为“地名待定”");
        Branch(plan.Added, "220000").PlaceNameUnsettled.ShouldBeFalse();
        Branch(plan.Added, "220200").PlaceNameUnsettled.ShouldBeTrue();
        Branch(plan.Added, "220200").OwnsPlaceName.ShouldBeFalse();
    }

    [Fact]
    public void Article06_A_sub_branch_of_the_same_name_disturbs_nobody()
    {
        var plan = Plan([], HeadOffice, "460000,Tier1Branch,海南省分行,海南,海南,000000", "150303,SubBranch,海南支行,,海南,460000");

        plan.Report.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void Article06_Names_that_only_look_different_clash()
    {
        var plan = Plan([], HeadOffice, Jilin, "220300,Tier2Branch,甲分行,,東营,220000", "370500,Tier2Branch,乙分行,,东营,220000");

        plan.Report.Warnings.Count.ShouldBe(2, "on the same level nothing says whose name it is, unless one had it before");
    }

    [Fact]
    public void Article06_Of_two_on_one_level_the_one_that_has_the_name_keeps_it()
    {
        var existing = Institutions(HeadOffice, Jilin, "220300,Tier2Branch,甲分行,,东营,220000");

        var plan = Plan(existing, "370500,Tier2Branch,乙分行,,东营,220000");

        plan.Report.Warnings.ShouldHaveSingleItem().Message.ShouldContain("乙分行");
    }

    [Fact]
    public void Article06_A_name_settled_by_hand_outlives_the_next_import_until_the_register_itself_is_corrected()
    {
        var existing = Institutions(HeadOffice, Jilin, JilinCity);
        Branch(existing, "220200").CallPlace("吉林市", settled: true);

        var again = Plan(existing, HeadOffice, Jilin, JilinCity);
        again.Report.Changed.ShouldBeEmpty();
        again.Report.Warnings.ShouldBeEmpty();

        var corrected = Plan(existing, "220200,Tier2Branch,吉林市分行,吉林市,江城,220000");
        corrected.Apply();
        Branch(existing, "220200").PlaceName.ShouldBe("江城");
    }

    [Fact]
    public void Article06_A_higher_branch_that_comes_later_takes_the_name()
    {
        var existing = Institutions(HeadOffice, "210000,Tier1Branch,辽宁省分行,,辽宁,000000", "220200,Tier2Branch,吉林市分行,吉林市,吉林,210000");

        var plan = Plan(existing, Jilin);
        plan.Apply();

        Branch(existing, "220200").PlaceNameUnsettled.ShouldBeTrue();
        plan.Report.Warnings.ShouldHaveSingleItem().Message.ShouldContain("吉林市分行");
    }

    [Fact]
    public void Article06_Warns_of_a_unified_name_wider_than_the_platform_takes()
    {
        Plan([], HeadOffice, "1,Tier1Branch,甲分行,,一二三四五六七,000000").Report.Warnings.ShouldBeEmpty();
        Plan([], HeadOffice, "1,Tier1Branch,甲分行,,一二三四五六七八,000000").Report.Warnings
            .ShouldHaveSingleItem().Message.ShouldContain("宽度 32，超过平台允许的 30");
    }

    [Fact]
    public void A_branch_without_a_place_name_is_unsettled() =>
        Plan([], HeadOffice, "1,Tier1Branch,甲分行,,,000000").Report.Warnings.ShouldHaveSingleItem().Message.ShouldContain("没有地名");

    private static Institution Branch(IEnumerable<Institution> all, string code) => all.Single(i => i.Code == code);
}
