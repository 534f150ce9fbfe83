using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>期限 in the inbox: the planned registration day.</summary>
public sealed class DueTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task Reviews_and_approvals_are_due_by_the_planned_day()
    {
        var handler = await app.As("ZJ1001");
        var (id, version) = await app.CompleteDraft(handler, planned: "2026-12-03");
        await handler.Submit(id, version);
        (await Due("ZJ2001", id)).ShouldBe("2026-12-03");
        (await (await app.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await Due("HQ1002", id)).ShouldBe("2026-12-03");
        (await (await app.As("HQ1002")).Get("/inbox")).Text.ShouldContain("12月3日(周四)");
    }

    private async Task<string?> Due(string person, Guid application) => (string?)(await (await app.As(person)).Get("work-items"))["items"].AsArray()
        .Single(i => (Guid)i!["subjectId"]! == application)!["due"];
}
