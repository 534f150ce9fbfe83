using System.Net;
using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.IntegrationTests.Filing;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>R06-2: a branch's one place is held by an application while it is under way, and by the account as soon as there is one.</summary>
public sealed class HeldPlaceTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    [Trait("Rule", "R06-2"), Trait("Side", "Refuses")]
    public async Task Article06_The_refusal_names_the_application_under_way_and_then_the_account_in_its_state()
    {
        var handler = await app.As("ZJ1001");
        var (first, version) = await app.CompleteDraft(handler);
        await handler.Submit(first, version);
        var number = (string)(await handler.Get($"{Applications.Root}/{first}"))["number"]!;
        var (second, at) = await app.CompleteDraft(handler);

        (await Refusal()).ShouldBe($"浙江省分行已有一个在用或在办的订阅号：申请 {number}（浙江省分行）。");
        (await StartPage()).ShouldContain($"href=\"/registration/applications/{first}\">申请 {number}（浙江省分行）<");

        (await (await app.As("ZJ2001")).Judge(first)).Expect(HttpStatusCode.OK);
        (await (await app.As("HQ1002")).Decide(first, "Approve")).Expect(HttpStatusCode.OK);
        var account = (Guid)(await handler.Get($"{Applications.Root}/{first}"))["account"]["id"]!;
        (await Refusal()).ShouldBe("浙江省分行已有一个在用或在办的订阅号：账号“中国ⅩⅩ银行浙江分行”（已批准待认证）。");
        (await StartPage()).ShouldContain($"href=\"/ledger/accounts/{account}\">账号“中国ⅩⅩ银行浙江分行”（已批准待认证）<");

        (await handler.Record(account, "2026-11-23", "2027-11-23")).Expect(HttpStatusCode.OK);
        (await Refusal()).ShouldContain("（已认证）");

        async Task<string> Refusal()
        {
            var answer = (await handler.Post($"{Applications.Root}/{second}/submit", new { version = at })).Expect(HttpStatusCode.UnprocessableEntity);
            answer.Codes.ShouldBe(["R06-2"]);
            return Regex.Replace((string)answer["breaches"].AsArray().Single(b => (string?)b!["code"] == "R06-2")!["message"]!, "如需调整.*$", "");
        }

        async Task<string> StartPage() => WebUtility.HtmlDecode((await handler.Get("/registration/applications/new")).Expect(HttpStatusCode.OK).Text);
    }
}
