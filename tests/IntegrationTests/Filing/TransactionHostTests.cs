using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>An application that would host transactions is told of article 16, and so is who decides about it.</summary>
public sealed class TransactionHostTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    [Trait("Rule", "R16-1")]
    [Trait("Side", "Accepts")]
    public async Task Article16_Is_shown_to_applicant_and_approver_and_stops_nobody()
    {
        var handler = await app.As("ZJ1001");
        var (id, version) = await app.CompleteDraft(handler);
        version = (int)(await handler.Patch($"{Applications.Root}/{id}", new { version, hostsTransactions = true, purposes = "Marketing, Transactions" }))
            .Expect(HttpStatusCode.OK)["version"];

        var precheck = (await handler.Post($"{Applications.Root}/{id}/precheck")).Expect(HttpStatusCode.OK);
        ((bool)precheck["wouldPass"]).ShouldBeTrue();
        var advice = precheck["breaches"].AsArray().Single(b => (string?)b!["code"] == "R16-1")!;
        ((bool)advice["advice"]!, (int)advice["article"]!, (string?)advice["field"]).ShouldBe((true, 16, "hostsTransactions"));
        (await handler.Get($"/registration/applications/{id}")).Text.ShouldContain("R16-1");

        await handler.Submit(id, version);
        (await (await app.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        var head = await app.As("HQ1002");
        (await head.Get($"/registration/applications/{id}/approval")).Text.ShouldContain("R16-1");
        (await head.Decide(id, "Approve")).Expect(HttpStatusCode.OK);
    }
}
