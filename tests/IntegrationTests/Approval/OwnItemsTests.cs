using System.Net;
using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.IntegrationTests.Filing;

namespace WeChatBankGov.IntegrationTests.Approval;

/// <summary>R07-4 in the inbox: what somebody may not decide, being one of those who brought it, is not among what waits for them.</summary>
public sealed class OwnItemsTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    [Trait("Rule", "R07-4"), Trait("Side", "Refuses")]
    public async Task Article07_What_one_applied_for_and_what_one_only_drafted_wait_for_others()
    {
        // HQ1004 handles and approves; HQ1001 handles; HQ1002 approves.
        var both = await _app.As("HQ1004");
        var (own, version) = await _app.CompleteDraft(both, name: "中国ⅩⅩ银行微服务");
        await both.Submit(own, version);
        var handler = await _app.As("HQ1001");
        var (drafted, at) = await _app.CompleteDraft(handler, name: "中国ⅩⅩ银行微资讯");
        at = (int)(await both.Patch($"{Applications.Root}/{drafted}", new { version = at, publishingFrequency = "每周两次" })).Expect(HttpStatusCode.OK)["version"];
        await handler.Submit(drafted, at);
        foreach (var id in new[] { own, drafted })
        {
            (await (await _app.As("HQ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        }

        (await Waiting("HQ1002")).ShouldBe([own, drafted], ignoreOrder: true);
        (await Waiting("HQ1004")).ShouldBeEmpty();
        var (approval, current) = await (await _app.As("HQ1002")).PendingApproval(drafted);
        (await both.Post($"approvals/{approval}/decision", new { version = current, verdict = "Reject", opinion = "不妥。" }))
            .Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-4"]);

        // What is sent back is theirs to mend.
        (await (await _app.As("HQ1002")).Decide(own, "Return", "请补充说明。")).Expect(HttpStatusCode.OK);
        (await Waiting("HQ1004")).ShouldBe([own]);
    }

    [Fact]
    [Trait("Rule", "R07-4"), Trait("Side", "Accepts")]
    public async Task Article07_A_late_verification_waits_for_those_who_had_no_part_in_the_account()
    {
        var both = await _app.As("HQ1004");
        var (id, version) = await _app.CompleteDraft(both, name: "中国ⅩⅩ银行微服务");
        await both.Submit(id, version);
        (await (await _app.As("HQ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await _app.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        var account = (Guid)(await both.Get($"{Applications.Root}/{id}"))["account"]["id"]!;
        _app.Clock.Set(new DateTime(2026, 12, 28, 9, 0, 0));
        using var recorder = await _app.Again("HQ1001");
        (await recorder.Record(account, "2026-12-25", "2027-12-25")).Expect(HttpStatusCode.OK);

        (await Waiting("HQ1002", again: true)).ShouldBe([account]);
        (await Waiting("HQ1004", again: true)).ShouldBeEmpty();
    }

    /// <summary>What waits for somebody over REST, after the page, its filter and the number in the navigation have said the same.</summary>
    private async Task<List<Guid>> Waiting(string employeeNumber, bool again = false)
    {
        var person = again ? await _app.Again(employeeNumber) : await _app.As(employeeNumber);
        var items = (await person.Get("work-items"))["items"].AsArray().Select(w => (Guid)w!["subjectId"]!).ToList();
        foreach (var page in new[] { "/inbox", "/" })
        {
            var html = (await person.Get(page)).Expect(HttpStatusCode.OK).Text;
            var badge = Regex.Match(html, """href="/inbox"[^>]*>\s*(?:<[^>]*>)*\s*待办\s*(?:</[^>]*>\s*)*<span[^>]*>\s*(\d+)""");
            (badge.Success ? badge.Groups[1].Value : "0").ShouldBe($"{items.Count}", page);
        }
        return items;
    }
}
