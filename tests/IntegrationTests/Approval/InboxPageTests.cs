using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Approval;

/// <summary>待办、已办、我发起的 and the approvals over REST.</summary>
public sealed class InboxPageTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task An_application_moves_from_inbox_to_inbox_and_stays_with_who_started_it()
    {
        var (handler, office, head) = (await app.As("JS1001"), await app.As("JS2001"), await app.As("HQ1002"));
        var (id, version) = await app.CompleteDraft(handler);
        var number = await handler.Submit(id, version);

        (await office.Get("/inbox")).Expect(HttpStatusCode.OK).Text.ShouldContain(number);
        (await head.Get($"/inbox?q={number}")).Text.ShouldContain("没有符合条件的事项");
        (await office.Judge(id)).Expect(HttpStatusCode.OK);
        (await office.Get("/inbox")).Text.ShouldNotContain(number);
        (await office.Get("/inbox/done")).Text.ShouldContain(number);
        (await head.Get("/inbox?step=总行审批&sort=-due")).Text.ShouldContain(number);
        (await head.Decide(id, "Reject", "与总行规划不一致。")).Expect(HttpStatusCode.OK);

        var done = (await head.Get($"work-items?tab=Done&search={number}"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)done["result"]).ShouldBe("不同意");
        var started = (await handler.Get($"work-items?tab=Started&search={number}&sort=since"))["items"].AsArray();
        started.Select(i => (string?)i!["step"]).ShouldBe(["形象设计审核", "总行审批"], ignoreOrder: true);
        (await handler.Get("/inbox/started")).Expect(HttpStatusCode.OK).Text.ShouldContain(number);
    }

    [Fact]
    public async Task A_case_is_read_by_who_sees_its_subject()
    {
        var (handler, office, head) = (await app.As("BJ1001"), await app.As("BJ2001"), await app.As("HQ1002"));
        var (id, version) = await app.CompleteDraft(handler, "ServiceAccount", "中国ⅩⅩ银行北京惠民");
        await handler.Submit(id, version);
        (await (await app.As("HQ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        var (approval, _) = await head.PendingApproval(id);
        var path = $"approvals/{approval}";

        ((string?)(await handler.Get(path)).Expect(HttpStatusCode.OK)["state"]).ShouldBe("Pending");
        (await (await app.As("HQ9001")).Get(path)).Expect(HttpStatusCode.OK);
        (await office.Get(path)).Expect(HttpStatusCode.NotFound);
        (await (await app.As("SH1001")).Get(path)).Expect(HttpStatusCode.NotFound);
        (await (await app.As("HQ9101")).Get(path)).Expect(HttpStatusCode.NotFound);
        using var script = await app.AsClient("approvals.read");
        (await script.Get(path)).Expect(HttpStatusCode.OK);
        (await script.Post($"{path}/decision", new { version = 1, verdict = "Approve" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-3"]);
        (await script.Get("work-items")).Expect(HttpStatusCode.Forbidden);

        var bad = await head.Post($"{path}/decision", new { version = 1, verdict = "Return", comments = new[] { new { field = "name" } } });
        ((string?)bad.Expect(HttpStatusCode.BadRequest)["breaches"][0]!["field"]).ShouldBe("comments[0].comment");
        (await head.Post($"{path}/decision", new { version = 1, verdict = "Maybe" })).Expect(HttpStatusCode.BadRequest);
        (await head.Post($"approvals/{Guid.NewGuid()}/decision", new { version = 1, verdict = "Approve" })).Expect(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_inbox_is_for_people_and_its_tabs_are_three()
    {
        (await (await app.As("XH1001")).Get("/inbox")).Expect(HttpStatusCode.OK).Text.ShouldContain("没有待办事项");
        (await (await app.As("XH1001")).Get("/inbox/nonsense")).Expect(HttpStatusCode.NotFound);
        using var nobody = app.Anonymous();
        (await nobody.Get("/inbox")).Expect(HttpStatusCode.Redirect);
        (await nobody.Get("work-items")).Expect(HttpStatusCode.Unauthorized);
    }
}
