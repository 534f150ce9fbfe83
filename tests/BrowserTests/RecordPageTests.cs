using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>The screens of one record, looked over by axe: the application, its print, the plan's form, the head office's late forms.</summary>
public sealed class RecordPageTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task The_screens_of_a_record_are_accessible_and_quiet()
    {
        var app = browser.App;
        var handler = await app.As("HZ1001");
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await app.As("HZ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await app.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        var account = (string)(await handler.Get("ledger/accounts?search=杭州"))["items"][0]!["id"]!;

        await using (var reader = await browser.Desk("HZ1001"))
        {
            await Look(reader, $"/registration/applications/{id}", "40-application", "ZC-2026-");
            await Look(reader, $"/registration/applications/{id}/print", "41-print", "ZC-2026-");
        }
        await using (var publisher = await browser.Desk("HQ1002"))
        {
            await Look(publisher, "/plans/new", "42-plan", "发布规划");
        }

        app.Clock.Set(new DateTime(2026, 12, 24, 9, 0, 0));
        await using var head = await browser.Desk("HQ1003");
        await Look(head, $"/ledger/accounts/{account}", "43-revoke", "撤销批准");
        using (var late = new GovClient(app.Address))
        {
            await late.SignIn("HZ1001");
            (await late.Upload($"ledger/accounts/{account}/verification", "evidence", TestFiles.Png(), "认证.png", ("verifiedOn", "2026-12-20"),
                ("verifiedUntil", "2027-12-20"), ("originalId", "gh_0123456789ab"), ("appId", "wx0123456789abcdef"), ("version", "1"))).Expect(HttpStatusCode.OK);
        }
        await Look(head, $"/ledger/accounts/{account}", "44-late-confirmation", "逾期完成");
    }

    private static async Task Look(Desk desk, string path, string name, string says)
    {
        var answer = await desk.Page.GotoAsync(path);
        answer!.Status.ShouldBe(200, path);
        (await desk.Page.ContentAsync()).ShouldContain(says);
        await desk.LookAround(name);
    }
}
