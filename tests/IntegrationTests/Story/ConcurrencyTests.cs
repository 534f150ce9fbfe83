using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>Many at once: nothing twice, nobody hears of a locked database.</summary>
public sealed class ConcurrencyTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task Fifty_submissions_of_one_draft_make_one_application()
    {
        var handler = await app.As("NB1001");
        var (id, version) = await app.CompleteDraft(handler);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => handler.Post($"{Applications.Root}/{id}/submit", new { version })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(a => a.Status != HttpStatusCode.OK).ShouldAllBe(a => a.Status == HttpStatusCode.Conflict);
        var application = await handler.Get($"{Applications.Root}/{id}");
        ((int)application["round"]).ShouldBe(1);
        application["timeline"].AsArray().Count(s => (string?)s!["step"] == "递交申请").ShouldBe(1);
        (await (await app.As("NB2001")).Get("reviews?state=Pending&pageSize=100"))["items"].AsArray()
            .Count(r => (Guid)r!["subjectId"]! == id).ShouldBe(1);
    }

    [Fact]
    public async Task Fifty_submissions_of_different_drafts_make_fifty_distinct_numbers()
    {
        var handler = await app.As("HQ1001");
        var drafts = new List<(Guid Id, int Version)>();
        for (var i = 0; i < 50; i++)
        {
            drafts.Add(await app.CompleteDraft(handler, "ServiceAccount", $"中国ⅩⅩ银行第{i}服务"));
        }
        var numbers = await Task.WhenAll(drafts.Select(d => handler.Submit(d.Id, d.Version)));
        numbers.Distinct().Count().ShouldBe(50);
    }

    [Fact]
    [Trait("Rule", "R06-2")]
    [Trait("Side", "Refuses")]
    public async Task Two_drafts_of_one_branch_submitted_at_once_make_one_account_under_way()
    {
        var handler = await app.As("GD1001");
        var first = await app.CompleteDraft(handler);
        var second = await app.CompleteDraft(handler);
        var answers = await Task.WhenAll(new[] { first, second }.Select(d =>
            handler.Post($"{Applications.Root}/{d.Id}/submit", new { version = d.Version })));
        answers.Select(a => a.Status).ShouldBe([HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity], ignoreOrder: true);
        answers.Single(a => a.Status != HttpStatusCode.OK).Codes.ShouldBe(["R06-2"]);
        var underWay = await app.WithDb(db => db.Set<RegistrationApplication>().CountAsync(a =>
            a.InstitutionName == "广东省分行" && a.State == ApplicationState.InReview));
        underWay.ShouldBe(1);
    }

    [Fact]
    public async Task Two_approvers_at_once_one_wins_and_the_other_reads_who_was_first()
    {
        var (handler, office) = (await app.As("BJ1001"), await app.As("BJ2001"));
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await office.Judge(id)).Expect(HttpStatusCode.OK);

        var (one, two) = (await app.As("HQ1002"), await app.As("HQ1003"));
        var (approval, at) = await one.PendingApproval(id);
        var answers = await Task.WhenAll(new[] { one, two }.Select(approver =>
            approver.Post($"approvals/{approval}/decision", new { version = at, verdict = "Approve", opinion = "同意。" })));
        answers.Select(a => a.Status).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
        answers.Single(a => a.Status == HttpStatusCode.Conflict).Text.ShouldContain(answers[0].Status == HttpStatusCode.OK ? "周立新" : "孙海燕");
    }
}
