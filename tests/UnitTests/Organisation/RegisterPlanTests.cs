using WeChatBankGov.Kernel.People;
using static WeChatBankGov.UnitTests.Organisation.Registers;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class RegisterPlanTests
{
    private const string Outlet = "220202001,Outlet,天津街营业所,,天津街,220202";
    private const string SubBranch = "220202,SubBranch,昌邑支行,,昌邑,220200";

    [Fact]
    public void Builds_the_tree_whatever_the_order_of_the_lines()
    {
        var all = Institutions(Outlet, SubBranch, JilinCity, Jilin, HeadOffice).ToDictionary(i => i.Code);

        all["220202001"].ParentId.ShouldBe(all["220202"].Id);
        all["220202001"].ManagingBranchId.ShouldBe(all["220200"].Id);
        all["220202001"].Tier1BranchId.ShouldBe(all["220000"].Id);
        all["220200"].ManagingBranchId.ShouldBe(all["220200"].Id);
        all["000000"].Tier1BranchId.ShouldBeNull();
        all["000000"].ManagingBranchId.ShouldBe(all["000000"].Id);
    }

    [Theory]
    [InlineData("330100,Tier2Branch,杭州分行,杭州,杭州,330000", "上级机构代码 330000 既不在文件中，也不在现有名录中")]
    [InlineData("220000,Tier1Branch,吉林省分行,吉林,吉林,000000", "与第 3 行重复")]
    [InlineData("220300,Tier2Branch,四平分行,四平,四平,220202", "“四平分行”是二级分行，不能隶属于支行")]
    [InlineData("230000,Tier1Branch,黑龙江省分行,黑龙江,黑龙江,220000", "“黑龙江省分行”是一级分行，不能隶属于一级分行")]
    [InlineData("230000,Tier1Branch,黑龙江省分行,黑龙江,黑龙江,", "“黑龙江省分行”是一级分行，却没有上级机构")]
    [InlineData("220201,SubBranch,龙潭支行,,龙潭,220201", "形成循环")]
    [InlineData("999999,HeadOffice,另一总行,,,", "总行只能有一家")]
    public void Refuses_what_is_not_a_tree_and_names_the_line(string line, string message)
    {
        var report = Plan([], HeadOffice, Jilin, JilinCity, SubBranch, line).Report;

        var error = report.Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(6);
        error.Message.ShouldContain(message);
        report.MayApply.ShouldBeFalse();
    }

    [Fact]
    public void Finds_a_circle_of_two()
    {
        var report = Plan([], HeadOffice, "1,SubBranch,甲支行,,甲,2", "2,Outlet,乙营业所,,乙,1").Report;

        report.Errors.ShouldHaveSingleItem().Message.ShouldContain("形成循环");
    }

    [Fact]
    public void Tells_new_changed_and_unchanged_apart_by_code()
    {
        var existing = Institutions(HeadOffice, Jilin, JilinCity, SubBranch, Outlet);

        var plan = Plan(existing, HeadOffice, "220000,Tier1Branch,吉林分行,吉林,吉林,000000", SubBranch, "220203,SubBranch,龙潭支行,,龙潭,220200");

        plan.Report.New.ShouldBe(1);
        plan.Report.Changed.ShouldHaveSingleItem().Message.ShouldBe("220000 吉林省分行：名称改为“吉林分行”");
        plan.Report.Unchanged.ShouldBe(2);
        plan.Report.NotInFile.ShouldBe(2);
        existing.Single(i => i.Code == "220000").Name.ShouldBe("吉林省分行", "a plan changes nothing before it is applied");
    }

    [Fact]
    public void Moves_what_hangs_under_a_sub_branch_that_moves()
    {
        var existing = Institutions(HeadOffice, Jilin, JilinCity, SubBranch, Outlet, "220300,Tier2Branch,四平分行,四平市,四平,220000");
        var siping = existing.Single(i => i.Code == "220300").Id;

        var plan = Plan(existing, "220202,SubBranch,昌邑支行,,昌邑,220300");
        plan.Apply();

        existing.Single(i => i.Code == "220202001").ManagingBranchId.ShouldBe(siping);
        plan.Moved.ShouldBe(existing.Where(i => i.Code.StartsWith("220202", StringComparison.Ordinal)).Select(i => i.Id), ignoreOrder: true);
    }

    [Fact]
    public void Refuses_a_level_by_which_an_institution_that_is_not_in_the_file_would_stand_wrong()
    {
        var existing = Institutions(HeadOffice, Jilin, JilinCity, SubBranch, Outlet);

        var report = Plan(existing, "220202,Outlet,昌邑营业所,,昌邑,220200").Report;

        report.Errors.ShouldHaveSingleItem().Message.ShouldContain("“天津街营业所”是营业网点，不能隶属于营业网点");
    }

    [Fact]
    public void Gives_another_seal_when_the_register_changed_in_between()
    {
        var existing = Institutions(HeadOffice, Jilin, JilinCity);
        string[] lines = [HeadOffice, "220000,Tier1Branch,吉林分行,吉林,吉林,000000"];
        var before = Plan(existing, lines).Report.Seal;

        Plan(existing, lines).Report.Seal.ShouldBe(before);
        existing.Single(i => i.Level == InstitutionLevel.HeadOffice).Name = "本部";
        Plan(existing, lines).Report.Seal.ShouldNotBe(before);
    }
}
