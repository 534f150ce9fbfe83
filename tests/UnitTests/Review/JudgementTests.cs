using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Approval.Inbox;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;
using WeChatBankGov.Review.List;
using WeChatBankGov.Review.Read;
using WeChatBankGov.UnitTests.Approval;

namespace WeChatBankGov.UnitTests.Review;

public class JudgementTests
{
    private static readonly ElementJudgement[] AllConform =
        [.. Enum.GetValues<IdentityElement>().Select(e => new ElementJudgement(e, true, null))];

    private static readonly ElementJudgement[] AvatarFails =
        [new(IdentityElement.Avatar, false, " 行徽变形 "), .. AllConform[1..]];

    [Fact]
    public async Task The_branchs_office_passes_it_and_the_feature_opens_what_comes_next_in_the_same_save()
    {
        await using var house = await ModuleHouse.Build();
        house.Feature.GoesOnToApproval = true;
        var subject = Guid.CreateVersion7();
        var id = await house.OpenReview(subject);

        var outcome = await Judge(house, id, AllConform, Staff.ZhejiangOffice, "符合规范");

        outcome.Value.Passed.ShouldBeTrue();
        var opinion = (await Opinions(house, subject)).ShouldHaveSingleItem();
        (opinion.Passed, opinion.Opinion, opinion.PersonName, opinion.DepartmentName).ShouldBe((true, "符合规范", "吴敏", "办公室"));
        (await Pending(house, subject)).ShouldBeNull();
        (await house.Ask<IApprovals, PendingApproval?>(a => a.Pending(subject, default), Staff.Approver)).ShouldNotBeNull();
        var items = await house.Database(db => db.Set<WorkItem>().OrderBy(w => w.Kind).ToListAsync());
        items.Select(i => (i.Kind, i.Result, i.InitiatorId)).ShouldBe(
            [("approval.decide", "", Staff.Handler.Id), ("review.visual-identity", "通过", Staff.Handler.Id)]);
    }

    [Fact]
    public async Task A_failing_verdict_names_the_element_and_why_and_the_next_round_shows_it()
    {
        await using var house = await ModuleHouse.Build();
        var subject = Guid.CreateVersion7();
        var id = await house.OpenReview(subject);

        (await Judge(house, id, AvatarFails, Staff.ZhejiangOffice)).Value.Passed.ShouldBeFalse();

        var told = house.Feature.Judgements.ShouldHaveSingleItem();
        (told.Passed, told.By).ShouldBe((false, Staff.ZhejiangOffice));
        told.Elements.Single(e => !e.Conforms).ShouldBe(new(IdentityElement.Avatar, false, "行徽变形"));
        var step = (await house.Ask<ITimeline, IReadOnlyList<TimelineStep>>(t => t.Of(subject, default), Staff.Handler)).Single();
        (step.Step, step.Opinion, step.Article).ShouldBe(("形象设计审核不通过", "头像不符合：行徽变形", 9));

        house.Clock.Advance(TimeSpan.FromHours(1));
        var again = (await house.Send(
            new ReadReview.Query(await house.OpenReview(subject)), Staff.ZhejiangOffice)).Value;
        again.Earlier.ShouldHaveSingleItem().Elements[0].Reason.ShouldBe("行徽变形");
        again.MayJudge.ShouldBeTrue();
        again.Elements.Select(e => (e.Kind, e.Files.Count)).ShouldBe(
            [(IdentityElement.Avatar, 1), (IdentityElement.Name, 0), (IdentityElement.ServicePageDesign, 2)]);
    }

    [Fact]
    public async Task An_incomplete_judgement_changes_nothing()
    {
        await using var house = await ModuleHouse.Build();
        var id = await house.OpenReview();

        var refusal = (await Judge(house, id, [new(IdentityElement.Avatar, false, ""), AllConform[1]], Staff.ZhejiangOffice)).Refusal!;

        refusal.Kind.ShouldBe(RefusalKind.Rules);
        refusal.Breaches.Select(b => (b.Code, b.Field)).ShouldBe([("R04-2", "elements[0].reason"), ("R04-2", "elements")]);
        (await house.Send(new ReadReview.Query(id), Staff.ZhejiangOffice)).Value.State.ShouldBe(ReviewState.Pending);
    }

    [Fact]
    public async Task A_malformed_judgement_is_asked_for_its_form()
    {
        await using var house = await ModuleHouse.Build();
        var id = await house.OpenReview();
        var twice = (await Judge(house, id, [AllConform[0], AllConform[0]], Staff.ZhejiangOffice)).Refusal!;
        (twice.Kind, twice.Breaches[0].Field).ShouldBe((RefusalKind.Shape, "elements"));
        var odd = (await Judge(
            house, id, [new((IdentityElement)9, true, null), null!, new(IdentityElement.Name, false, new('长', 501))],
            Staff.ZhejiangOffice, new('长', 1001))).Refusal!;
        odd.Breaches.Select(b => b.Field).ShouldBe(
            ["opinion", "elements", "elements[0].element", "elements[1]", "elements[2].reason"], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_sees_it_may_still_not_judge_it_and_the_rule_says_who_may()
    {
        await using var house = await ModuleHouse.Build();
        var branch = await house.OpenReview();
        var service = await house.OpenReview(form: AccountForm.ServiceAccount);
        house.Feature.Readers.Add(Staff.ZhejiangOffice.Id);

        await Refused(branch, Staff.Approver, RefusalKind.Forbidden, "R09-2");
        await Refused(branch, Staff.Handler, RefusalKind.Forbidden, "R09-2,R07-4");
        await Refused(service, Staff.ZhejiangOffice, RefusalKind.Forbidden, "R09-3");
        await Refused(branch, Staff.Auditor, RefusalKind.Forbidden, "R09-1");
        await Refused(branch, Staff.Client("reviews.read"), RefusalKind.Forbidden, "R09-1");
        await Refused(branch, Staff.JiangsuOffice, RefusalKind.NotFound, "");
        await Refused(branch, Staff.CorporateCulture, RefusalKind.NotFound, "");
        await Refused(branch, Staff.Administrator, RefusalKind.NotFound, "");
        (await Judge(house, service, AllConform, Staff.CorporateCulture)).Succeeded.ShouldBeTrue();

        async Task Refused(Guid id, CurrentPerson person, RefusalKind kind, string codes)
        {
            var refusal = (await Judge(house, id, AllConform, person)).Refusal!;
            (refusal.Kind, refusal.Codes).ShouldBe((kind, codes), person.Name);
        }
    }

    [Fact]
    public async Task Of_two_reviewers_at_once_one_wins_and_the_other_reads_who_was_first()
    {
        await using var house = await ModuleHouse.Build();
        var colleague = Staff.Of("钱枫", Staff.Zhejiang, DepartmentKind.GeneralOffice, Duties.Reviewer);
        var id = await house.OpenReview();

        house.Feature.Meanwhile = () => Judge(house, id, AvatarFails, colleague);

        var refusal = (await Judge(house, id, AllConform, Staff.ZhejiangOffice)).Refusal!;

        (refusal.Kind, refusal.CurrentVersion).ShouldBe((RefusalKind.Conflict, 2));
        refusal.Summary.ShouldContain("钱枫已于2026年11月24日(周二) 10:00作出“不通过”的审核结论");
        (await house.Database(db => db.Set<VisualIdentityReview>().SingleAsync())).State.ShouldBe(ReviewState.Failed);
    }

    [Fact]
    public async Task A_withdrawn_review_is_no_longer_judged()
    {
        await using var house = await ModuleHouse.Build();
        var subject = Guid.CreateVersion7();
        var id = await house.OpenReview(subject);
        await house.Send(new OpenSubject.Command(subject, null, default, Withdraw: true), Staff.Handler);

        (await Judge(house, id, AllConform, Staff.ZhejiangOffice)).Refusal!.Summary.ShouldContain("撤回这件申请");
        (await Opinions(house, subject)).ShouldBeEmpty();
        (await Pending(house, subject)).ShouldBeNull();
    }

    [Fact]
    public async Task A_list_reaches_as_far_as_articles_nine_and_ten_say()
    {
        await using var house = await ModuleHouse.Build();
        await house.OpenReview();
        await house.OpenReview(applicant: Staff.Hangzhou);

        (await Count(Staff.ZhejiangOffice)).ShouldBe(1);
        (await Count(Staff.HangzhouOffice)).ShouldBe(1);
        (await Count(Staff.Handler)).ShouldBe(2);
        (await Count(Staff.Approver)).ShouldBe(2);
        (await Count(Staff.Client("reviews.read"))).ShouldBe(2);
        (await Count(Staff.JiangsuOffice)).ShouldBe(0);
        (await Count(Staff.CorporateCulture)).ShouldBe(0);

        async Task<int> Count(CurrentPerson me) => (await house.Send(
            new ListReviews.Query(ReviewState.Pending, "ZC-2026", "opened", PageRequest.Of(1, 20)), me)).Value.Total;
    }

    private static Task<Outcome<JudgeVisualIdentity.Result>> Judge(
        ModuleHouse house, Guid id, IReadOnlyList<ElementJudgement> elements, CurrentPerson by, string? opinion = null) =>
        house.Send(new JudgeVisualIdentity.Command(id, 1, elements, opinion), by);

    private static Task<IReadOnlyList<ReviewOpinion>> Opinions(ModuleHouse house, Guid subject) =>
        house.Ask<IReviews, IReadOnlyList<ReviewOpinion>>(r => r.Opinions(subject, default), Staff.Handler);

    private static Task<Guid?> Pending(ModuleHouse house, Guid subject) =>
        house.Ask<IReviews, Guid?>(r => r.Pending(subject, default), Staff.Handler);
}
