using WeChatBankGov.Approval.Cases;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Approval.Inbox;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;

namespace WeChatBankGov.UnitTests.Approval;

public class InboxTests
{
    [Fact]
    public async Task An_item_waits_for_its_department_and_duty_and_for_nobody_else()
    {
        await using var house = await ModuleHouse.Build();
        await house.OpenApproval();

        (await Titles(house, InboxTab.Open, Staff.Approver)).Count.ShouldBe(1);
        (await Titles(house, InboxTab.Open, Staff.OtherApprover)).Count.ShouldBe(1);
        (await Titles(house, InboxTab.Open, Staff.HeadOfficeHandler)).ShouldBeEmpty();
        (await Titles(house, InboxTab.Open, Staff.BranchApprover)).ShouldBeEmpty();
        (await Count(house, Staff.Approver)).ShouldBe(1);
        (await Count(house, Staff.Handler)).ShouldBe(0);
        (await Count(house, Staff.Client("approvals.read"))).ShouldBe(0);
        (await Titles(house, InboxTab.Started, Staff.Handler)).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "R07-4"), Trait("Side", "Refuses")]
    public async Task Article07_What_one_brought_oneself_waits_for_the_others()
    {
        await using var house = await ModuleHouse.Build();
        var mover = Staff.Of("马骏", Staff.HeadOffice, DepartmentKind.EBanking, Duties.Handler | Duties.Approver);
        var contributor = Staff.Of("高宏", Staff.HeadOffice, DepartmentKind.EBanking, Duties.Approver);
        var approval = await house.OpenApproval();
        await Contribute(house, new ApprovalContributor { ApprovalCaseId = approval.Id, PersonId = contributor.Id });
        await Open(house, "A", "总行", "总行审批", null, by: mover);

        (await Titles(house, InboxTab.Open, Staff.Approver)).Count.ShouldBe(2);
        (await Titles(house, InboxTab.Open, mover)).ShouldHaveSingleItem().ShouldNotBe("A");
        (await Count(house, mover)).ShouldBe(1);
        (await Titles(house, InboxTab.Open, contributor)).ShouldBe(["A"]);
        (await Count(house, contributor)).ShouldBe(1);
        (await house.Send(new ListInboxSteps.Query(InboxTab.Open), contributor)).Value.ShouldHaveSingleItem().Count.ShouldBe(1);

        var review = await house.OpenReview();
        (await Titles(house, InboxTab.Open, Staff.ZhejiangOffice)).Count.ShouldBe(1);
        await Contribute(house, new ReviewContributor { ReviewId = review, PersonId = Staff.ZhejiangOffice.Id });
        (await Titles(house, InboxTab.Open, Staff.ZhejiangOffice)).ShouldBeEmpty();
        (await Count(house, Staff.ZhejiangOffice)).ShouldBe(0);

        // To mend is nothing to decide.
        await Open(house, "B", "总行", "按退回意见修改", null, by: mover, duty: Duties.Handler);
        (await Titles(house, InboxTab.Open, mover)).ShouldContain("B");
    }

    [Fact]
    public async Task What_one_dealt_with_moves_to_done_for_that_person_only()
    {
        await using var house = await ModuleHouse.Build();
        await house.Decide(await house.OpenApproval(), Verdict.Approve, Staff.Approver);

        (await Titles(house, InboxTab.Open, Staff.Approver)).ShouldBeEmpty();
        (await Titles(house, InboxTab.Done, Staff.Approver)).Count.ShouldBe(1);
        (await Titles(house, InboxTab.Done, Staff.OtherApprover)).ShouldBeEmpty();
        (await Titles(house, InboxTab.Started, Staff.Handler)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task It_is_filtered_sorted_and_counts_working_days()
    {
        await using var house = await ModuleHouse.Build();
        await Open(house, "A", "浙江省分行", "总行审批", new DateOnly(2026, 11, 27));
        await Open(house, "B", "江苏省分行", "总行审批", null);
        await Open(house, "C", "浙江省分行", "补录确认", new DateOnly(2026, 11, 23));

        (await Titles(house, InboxTab.Open, Staff.Approver, sort: "due")).ShouldBe(["C", "A", "B"]);
        (await Titles(house, InboxTab.Open, Staff.Approver, sort: "-due")).ShouldBe(["A", "C", "B"]);
        (await Titles(house, InboxTab.Open, Staff.Approver, step: "补录确认")).ShouldBe(["C"]);
        (await Titles(house, InboxTab.Open, Staff.Approver, institution: "江苏")).ShouldBe(["B"]);
        (await Titles(house, InboxTab.Open, Staff.Approver, search: "%")).ShouldBeEmpty();
        var items = (await house.Send(Query(InboxTab.Open, sort: "due"), Staff.Approver)).Value.Items;
        items.Select(i => i.WorkingDaysLeft).ShouldBe([-1, 3, null]);
        var steps = (await house.Send(new ListInboxSteps.Query(InboxTab.Open), Staff.Approver)).Value;
        steps.ShouldBe([new("总行审批", 2), new("补录确认", 1)], ignoreOrder: true);
    }

    [Fact]
    public async Task An_item_opened_in_the_same_scope_can_be_closed_before_anything_is_saved()
    {
        await using var house = await ModuleHouse.Build();
        await using var scope = house.ScopeOf(Staff.Approver);
        var (db, items) = (Service<GovDbContext>(), Service<IWorkItems>());
        var subject = Guid.CreateVersion7();
        items.Open(Request(subject, "A", "浙江省分行", "总行审批", null));
        await items.Close(subject, "test", "通过", default);
        await items.Close(subject, "test", "再次关闭", default);
        await db.SaveChangesAsync();

        (await house.Send(Query(InboxTab.Done), Staff.Approver)).Value.Items.ShouldHaveSingleItem().Result.ShouldBe("通过");

        T Service<T>() where T : notnull => (T)scope.ServiceProvider.GetService(typeof(T))!;
    }

    [Fact]
    public async Task A_list_of_approvals_reaches_as_far_as_article_ten_says()
    {
        await using var house = await ModuleHouse.Build();
        await house.OpenApproval();

        (await Approvals(house, Staff.Approver)).ShouldBe(1);
        (await Approvals(house, Staff.Auditor)).ShouldBe(1);
        (await Approvals(house, Staff.Client("approvals.read"))).ShouldBe(1);
        (await Approvals(house, Staff.Handler)).ShouldBe(1);
        (await Approvals(house, Staff.ZhejiangOffice)).ShouldBe(0);
        (await Approvals(house, Staff.Of("许鸣", Staff.Jiangsu, DepartmentKind.EBanking, Duties.Approver))).ShouldBe(0);
        (await Approvals(house, Staff.Of("冯涛", Staff.Xihu, DepartmentKind.Business, Duties.Handler))).ShouldBe(0);
        (await house.Send(List, Staff.Administrator)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await house.Send(List, Staff.Client("ledger.read"))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    private static Task<int> Contribute(ModuleHouse house, object contribution) => house.Database(db =>
    {
        db.Add(contribution);
        return db.SaveChangesAsync();
    });

    private static ListApprovals.Query List => new(ApprovalState.Pending, null, null, PageRequest.Of(1, 20));

    private static async Task<int> Approvals(ModuleHouse house, CurrentPerson me) => (await house.Send(List, me)).Value.Total;

    private static Task<int> Count(ModuleHouse house, CurrentPerson me) => house.Ask<IWorkItems, int>(w => w.CountMine(default), me);

    private static async Task<List<string>> Titles(
        ModuleHouse house, InboxTab tab, CurrentPerson me, string? search = null, string? step = null, string? institution = null,
        string? sort = null) =>
        [.. (await house.Send(Query(tab, search, step, institution, sort), me)).Value.Items.Select(i => i.Title)];

    private static ListWorkItems.Query Query(
        InboxTab tab, string? search = null, string? step = null, string? institution = null, string? sort = null) =>
        new(tab, search, step, institution, sort, PageRequest.Of(1, 20));

    private static Task<int> Open(
        ModuleHouse house, string title, string institution, string step, DateOnly? due, CurrentPerson? by = null, Duties duty = Duties.Approver) =>
        house.Database(db =>
        {
            var request = Request(Guid.CreateVersion7(), title, institution, step, due) with { AssignedDuty = duty };
            new WorkItems(db, new InboxItems([]), by ?? Staff.Handler, house.Clock).Open(request);
            return db.SaveChangesAsync();
        });

    private static WorkItemRequest Request(Guid subject, string title, string institution, string step, DateOnly? due) => new(
        "test", FakeFeature.Kind, subject, title, Staff.Zhejiang.Id, institution, step, "/test",
        Staff.HeadOffice.Id, DepartmentKind.EBanking, Duties.Approver, due);
}
