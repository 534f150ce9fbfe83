using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class OrganisationRulesTests
{
    [Theory]
    [Trait("Rule", "R08-1"), Trait("Side", "Accepts")]
    [InlineData(InstitutionLevel.HeadOffice, null)]
    [InlineData(InstitutionLevel.Tier1Branch, InstitutionLevel.HeadOffice)]
    [InlineData(InstitutionLevel.Tier2Branch, InstitutionLevel.Tier1Branch)]
    [InlineData(InstitutionLevel.SubBranch, InstitutionLevel.Tier2Branch)]
    [InlineData(InstitutionLevel.SubBranch, InstitutionLevel.Tier1Branch)]
    [InlineData(InstitutionLevel.Outlet, InstitutionLevel.HeadOffice)]
    public void Article08_Accepts_levels_that_nest_downwards_and_may_skip(InstitutionLevel level, InstitutionLevel? parent) =>
        OrganisationRules.LevelsNest("某机构", level, parent).ShouldBeEmpty();

    [Theory]
    [Trait("Rule", "R08-1"), Trait("Side", "Refuses")]
    [InlineData(InstitutionLevel.HeadOffice, InstitutionLevel.HeadOffice)]
    [InlineData(InstitutionLevel.Tier1Branch, null)]
    [InlineData(InstitutionLevel.Tier1Branch, InstitutionLevel.Tier1Branch)]
    [InlineData(InstitutionLevel.Tier1Branch, InstitutionLevel.Tier2Branch)]
    [InlineData(InstitutionLevel.SubBranch, InstitutionLevel.Outlet)]
    [InlineData(InstitutionLevel.Outlet, InstitutionLevel.Outlet)]
    public void Article08_Refuses_levels_that_do_not_nest(InstitutionLevel level, InstitutionLevel? parent)
    {
        var breach = OrganisationRules.LevelsNest("某机构", level, parent).ShouldHaveSingleItem();

        breach.Code.ShouldBe("R08-1");
        breach.Article.ShouldBe(8);
        breach.Message.ShouldContain("某机构");
    }

    [Fact]
    [Trait("Rule", "R06-2"), Trait("Side", "Accepts")]
    public void Article06_Accepts_a_place_name_that_nobody_has() =>
        OrganisationRules.PlaceNameDistinguishes("吉林市", bearer: null).ShouldBeEmpty();

    [Fact]
    [Trait("Rule", "R06-2"), Trait("Side", "Refuses")]
    public void Article06_Refuses_a_place_name_that_another_branch_has() =>
        OrganisationRules.PlaceNameDistinguishes("吉林", "吉林省分行").ShouldHaveSingleItem().Message.ShouldContain("与吉林省分行的相同");
}
