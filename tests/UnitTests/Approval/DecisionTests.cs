using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Cases;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Approval.Inbox;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.UnitTests.Approval;

public class DecisionTests
{
    [Theory]
    [InlineData(Verdict.Approve, "Approved", "总行审批同意")]
    [InlineData(Verdict.Return, "Returned", "总行审批退回")]
    [InlineData(Verdict.Reject, "Rejected", "总行审批不同意")]
    public async Task A_decision_ends_the_case_its_item_and_is_told_once(Verdict verdict, string state, string step)
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();

        var outcome = await house.Decide(approval, verdict, Staff.Approver, " 意见 ");

        outcome.Value.ShouldBe(new DecideApproval.Result(approval.Id, approval.SubjectId, verdict));
        var decided = await Read(house, approval.Id);
        decided.State.ToString().ShouldBe(state);
        (decided.Version, decided.Opinion, decided.DecidedByName, decided.OpenSubjectId).ShouldBe((2, "意见", "周立新", decided.Id));
        var item = await house.Database(db => db.Set<WorkItem>().SingleAsync());
        (item.OpenKey, item.HandledById, item.InitiatorId).ShouldBe(($"{item.Id:N}", Staff.Approver.Id, Staff.Handler.Id));
        house.Feature.Decisions.ShouldHaveSingleItem().By.ShouldBe(Staff.Approver);
        var timeline = await house.Ask<ITimeline, IReadOnlyList<TimelineStep>>(t => t.Of(approval.SubjectId, default), Staff.Approver);
        timeline.ShouldHaveSingleItem().ShouldBe(new(
            decided.DecidedAt!.Value, "周立新", "总行", "电子银行部/网络金融部", step, "意见", 7));
    }

    [Fact]
    public async Task Of_two_approvers_at_once_one_wins_and_the_other_reads_who_was_first()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        house.Feature.Meanwhile = () => house.Decide(approval, Verdict.Reject, Staff.OtherApprover, "不符合规划");

        var refusal = (await house.Decide(approval, Verdict.Approve, Staff.Approver)).Refusal!;

        (refusal.Kind, refusal.CurrentVersion).ShouldBe((RefusalKind.Conflict, 2));
        refusal.Summary.ShouldContain("孙海燕已于2026年11月24日(周二) 10:00作出“不同意”的决定");
        (await Read(house, approval.Id)).State.ShouldBe(ApprovalState.Rejected);
        (await house.Database(db => db.Set<WorkItem>().SingleAsync())).Result.ShouldBe("不同意");
        (await house.Ask<ITimeline, IReadOnlyList<TimelineStep>>(t => t.Of(approval.SubjectId, default), Staff.Approver))
            .ShouldHaveSingleItem().PersonName.ShouldBe("孙海燕");
    }

    [Fact]
    public async Task Whoever_is_overtaken_between_two_reads_is_asked_again()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        house.Feature.Meanwhile = async () =>
        {
            await house.Decide(approval, Verdict.Reject, Staff.OtherApprover, "不符合规划");
            throw new OvertakenException("The subject is decided.");
        };

        var refusal = (await house.Decide(approval, Verdict.Approve, Staff.Approver)).Refusal!;

        (refusal.Kind, refusal.CurrentVersion).ShouldBe((RefusalKind.Conflict, 2));
        refusal.Summary.ShouldContain("孙海燕已于2026年11月24日(周二) 10:00作出“不同意”的决定");
    }

    [Fact]
    public async Task Many_approvers_at_once_make_one_decision()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(() =>
            house.Decide(approval, Verdict.Approve, n % 2 == 0 ? Staff.Approver : Staff.OtherApprover))));

        outcomes.Count(o => o.Succeeded).ShouldBe(1);
        outcomes.Where(o => !o.Succeeded).ShouldAllBe(o => o.Refusal!.Summary.Contains("作出“同意”的决定"));
    }

    [Fact]
    public async Task A_stale_version_is_a_conflict_that_tells_the_current_one()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();

        var refusal = (await house.Decide(approval, Verdict.Approve, Staff.Approver, version: 7)).Refusal!;

        (refusal.Kind, refusal.CurrentVersion).ShouldBe((RefusalKind.Conflict, 1));
        (await Read(house, approval.Id)).IsPending.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_decides_what_they_submitted_whatever_duties_they_hold()
    {
        await using var house = await ModuleHouse.Build();
        var both = Staff.Handler with
        {
            InstitutionId = Staff.HeadOffice.Id,
            Level = InstitutionLevel.HeadOffice,
            Duties = Duties.Handler | Duties.Approver,
        };
        var approval = await house.OpenApproval();

        var refusal = (await house.Decide(approval, Verdict.Approve, both)).Refusal!;

        (refusal.Kind, refusal.Codes).ShouldBe((RefusalKind.Forbidden, "R07-4"));
        (await Read(house, approval.Id)).IsPending.ShouldBeTrue();
        var entry = await house.Database(db => db.Set<AuditEntry>().SingleAsync(e => e.Result == AuditResult.Refused));
        (entry.Codes, entry.SubjectId).ShouldBe(("R07-4", approval.SubjectId));
    }

    [Fact]
    public async Task A_fault_stands_in_the_history_of_what_is_decided_as_a_refusal_does()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        house.Feature.Meanwhile = () => throw new InvalidOperationException("broken");

        await Should.ThrowAsync<InvalidOperationException>(() => house.Decide(approval, Verdict.Approve, Staff.Approver));

        var entry = await house.Database(db => db.Set<AuditEntry>().SingleAsync(e => e.Result == AuditResult.Fault));
        (entry.SubjectId, entry.PersonName).ShouldBe((approval.SubjectId, "周立新"));
        (await Read(house, approval.Id)).IsPending.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_sees_the_case_is_forbidden_and_who_does_not_finds_nothing()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();

        var seen = (await house.Decide(approval, Verdict.Approve, Staff.Handler)).Refusal!;
        (seen.Kind, seen.Codes).ShouldBe((RefusalKind.Forbidden, "R07-3"));
        var unseen = (await house.Decide(approval, Verdict.Approve, Staff.JiangsuOffice)).Refusal!;
        (unseen.Kind, unseen.Codes).ShouldBe((RefusalKind.NotFound, ""));
        (await house.Decide(approval, Verdict.Approve, Staff.Client("approvals.read"))).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
    }

    [Fact]
    public async Task What_the_feature_has_against_it_refuses_the_decision_and_advice_does_not()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        house.Feature.Objections.Add(new("R07-1", 7, null, "计划日期临近。") { IsAdvice = true });
        house.Feature.Objections.Add(new("R06-2", 6, "name", "名称已被占用。"));

        var refusal = (await house.Decide(approval, Verdict.Approve, Staff.Approver)).Refusal!;
        (refusal.Kind, refusal.Codes).ShouldBe((RefusalKind.Rules, "R07-1,R06-2"));

        house.Feature.Objections.RemoveAt(1);
        (await house.Decide(approval, Verdict.Approve, Staff.Approver)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task A_withdrawn_case_is_no_longer_decided_and_a_new_round_can_be_opened()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        await house.Send(new OpenSubject.Command(approval.SubjectId, null, default, Withdraw: true), Staff.Handler);

        (await house.Decide(approval, Verdict.Approve, Staff.Approver)).Refusal!.Summary.ShouldContain("王晓梅已于");
        var item = await house.Database(db => db.Set<WorkItem>().SingleAsync());
        (item.Result, item.HandledById).ShouldBe(("已撤回", null));

        var again = await house.OpenApproval(approval.SubjectId);
        (await house.Ask<IApprovals, PendingApproval?>(a => a.Pending(approval.SubjectId, default), Staff.Approver))!.Id.ShouldBe(again.Id);
    }

    [Theory]
    [InlineData(Verdict.Reject, null, "不同意须写明理由")]
    [InlineData(Verdict.Return, " ", "退回须指出要修改的地方")]
    [InlineData((Verdict)9, "好", "请选择同意、退回或不同意")]
    [InlineData(Verdict.Approve, "好\u202e", "改变文字方向")]
    public async Task A_decision_without_what_it_needs_is_asked_for_it(Verdict verdict, string? opinion, string message)
    {
        await using var house = await ModuleHouse.Build();
        var refusal = (await house.Decide(await house.OpenApproval(), verdict, Staff.Approver, opinion)).Refusal!;
        refusal.Kind.ShouldBe(RefusalKind.Shape);
        refusal.Summary.ShouldContain(message);
    }

    [Fact]
    public async Task A_return_by_comments_alone_reaches_the_feature_field_by_field()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        var command = new DecideApproval.Command(
            approval.Id, 1, Verdict.Return, null, [new("administrator.mobile", "请填写本人手机"), new("name", "有错字")]);

        (await house.Send(command, Staff.Approver)).Succeeded.ShouldBeTrue();

        house.Feature.Decisions.Single().Comments.Count.ShouldBe(2);
        var read = (await house.Send(new ReadApproval.Query(approval.Id), Staff.Handler)).Value;
        read.Comments.ShouldBe([new("administrator.mobile", "请填写本人手机"), new("name", "有错字")]);
    }

    [Fact]
    public async Task Bad_comments_are_named_by_their_place()
    {
        await using var house = await ModuleHouse.Build();
        var approval = await house.OpenApproval();
        var command = new DecideApproval.Command(
            approval.Id, 1, Verdict.Return, null, [new("name", new('长', 501)), null!, new("姓名", "改")]);

        var refusal = (await house.Send(command, Staff.Approver)).Refusal!;

        refusal.Breaches.Select(b => b.Field).ShouldBe(["comments[0].comment", "comments[1]", "comments[2].field"], ignoreOrder: true);
    }

    private static Task<ApprovalCase> Read(ModuleHouse house, Guid id) =>
        house.Database(db => db.Set<ApprovalCase>().SingleAsync(a => a.Id == id));
}
