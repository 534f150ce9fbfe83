using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.IntegrationTests.Hosts;

/// <summary>Nothing that matters lives in a host: it may end between any two steps, or in the middle of one.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task The_story_goes_on_over_restarts_and_on_a_second_host()
    {
        using var app = new GovApp();
        await app.InitializeAsync();
        using var second = new GovApp();
        second.Settings["Database:ConnectionString"] = app.ConnectionString;
        try
        {
            var (id, version) = await app.CompleteDraft(await app.As("ZJ1001"));
            await app.Restart();
            await (await app.As("ZJ1001")).Submit(id, version);
            await app.Restart();
            await second.InitializeAsync();
            (await (await second.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);
            (await (await app.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);

            // The other host sees it at once, and neither has filled in the demo bank again.
            (await (await second.As("ZJ1001")).Get("ledger/accounts?search=浙江"))["items"].AsArray().ShouldHaveSingleItem();
            (await app.WithDb(db => db.Set<WeChatAccount>().CountAsync())).ShouldBe(4);
            var steps = (await (await second.As("ZJ1001")).Get($"{Applications.Root}/{id}"))["timeline"].AsArray().Select(s => (string?)s!["step"]);
            steps.ShouldBe(["开始填写申请", "递交申请", "形象设计审核通过", "总行审批同意"]);
        }
        finally
        {
            await second.DisposeAsync();
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_process_killed_amid_submissions_leaves_each_of_them_whole_or_undone()
    {
        const int count = 24;
        using var database = new TestDatabase();
        List<(Guid Id, int Version)> drafts = [];
        using (var first = await ChildHost.Start(database.ConnectionString))
        {
            using var head = await SignedIn(first, "HQ1002");
            using var handler = await SignedIn(first, "HQ1001");
            // The real program runs on the machine's clock.
            var today = TimeProvider.System.BeijingToday();
            var plan = await Applications.UnifiedPlan(head, $"{today:yyyy-MM-dd}");
            for (var i = 0; i < count; i++)
            {
                drafts.Add(await handler.CompleteDraft(plan, "ServiceAccount", $"中国ⅩⅩ银行第{i}服务", $"{today.AddDays(30):yyyy-MM-dd}"));
            }
            var submissions = drafts.Select(d => Task.Run(() => handler.Post($"{Applications.Root}/{d.Id}/submit", new { version = d.Version }))).ToList();
            await Task.WhenAny(submissions);
            await first.Kill();
            await Task.WhenAll(submissions.Select(s => s.ContinueWith(_ => { }, TaskScheduler.Default)));
        }

        using var second = await ChildHost.Start(database.ConnectionString);
        using var again = await SignedIn(second, "HQ1001");
        using var reviewer = await SignedIn(second, "HQ2001");
        var before = await States();
        before.Count(s => s == "Draft").ShouldBeGreaterThan(0, "killed too late to prove anything");
        foreach (var (id, version) in drafts)
        {
            await again.Post($"{Applications.Root}/{id}/submit", new { version });
        }
        (await States()).ShouldAllBe(s => s == "InReview");
        var reviews = (await reviewer.Get("reviews?state=Pending&pageSize=100"))["items"].AsArray().Select(r => (Guid)r!["subjectId"]!).ToList();
        reviews.Order().ShouldBe(drafts.Select(d => d.Id).Order(), "one review for each");

        async Task<List<string>> States()
        {
            var states = new List<string>();
            var numbers = new List<string>();
            foreach (var (id, _) in drafts)
            {
                var application = await again.Get($"{Applications.Root}/{id}");
                var (state, number) = ((string)application["state"]!, (string?)application.Json["number"]);
                var submitted = application["timeline"].AsArray().Count(s => (string?)s!["step"] == "递交申请");
                (state, number is not null, submitted).ShouldBeOneOf(("Draft", false, 0), ("InReview", true, 1));
                states.Add(state);
                numbers.AddRange(number is null ? [] : [number]);
            }
            numbers.Distinct().Count().ShouldBe(numbers.Count);
            return states;
        }
    }

    private static async Task<GovClient> SignedIn(ChildHost host, string employeeNumber)
    {
        var client = new GovClient(host.Address);
        await client.SignIn(employeeNumber);
        return client;
    }
}
