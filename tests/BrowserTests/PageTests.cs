using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>Single screens: refusals, and the story's beginning without JavaScript.</summary>
public sealed class PageTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    [Trait("Rule", "R05-3")]
    [Trait("Side", "Refuses")]
    public async Task Article05_A_sub_branch_is_refused_at_the_start_with_the_article()
    {
        await using var desk = await browser.Desk("XH1001");
        await desk.Page.GotoAsync("/registration/applications/new");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "申请订阅号" }).ClickAsync();
        await desk.Page.GetByText("R05-3").First.WaitForAsync();
        await desk.Sees("第五条");
        await desk.LookAround("20-refused");
    }

    [BrowserFact]
    public async Task The_form_saves_and_prechecks_without_JavaScript()
    {
        await browser.App.UnifiedPlan();
        await using var desk = await browser.Desk("HZ1001", javaScript: false);
        var page = desk.Page;
        await page.GotoAsync("/registration/applications/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "申请订阅号" }).ClickAsync();
        await desk.Arrives("/edit$");
        await page.Locator("#Form_Introduction").FillAsync("面向杭州客户，提供网点信息和业务指南。");
        await page.Locator("#Avatar").SetInputFilesAsync(
            new FilePayload { Name = "假头像.png", MimeType = "image/png", Buffer = "<html>not a picture</html>"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "预检" }).ClickAsync();
        await desk.Sees("假头像.png");
        (await page.Locator("#Form_Introduction").InputValueAsync()).ShouldStartWith("面向杭州客户");
    }

    [BrowserFact]
    public async Task The_screens_of_everybody_are_accessible_and_quiet()
    {
        foreach (var (who, paths) in new (string, string[])[]
        {
            ("HQ1002", ["/", "/registration/applications", "/reviews", "/plans", "/notices", "/measures"]),
            ("HQ9001", ["/", "/audit", "/audit/seals", "/ledger/accounts"]),
            ("HQ9101", ["/organisation/institutions", "/organisation/people", "/organisation/calendar"]),
            ("HQ9102", ["/organisation/rule-switches"]),
            ("XX1001", ["/", "/registration/applications", "/plans"]),
        })
        {
            await using var desk = await browser.Desk(who);
            foreach (var path in paths)
            {
                var answer = await desk.Page.GotoAsync(path);
                answer!.Status.ShouldBe(200, path);
                await desk.LookAround($"30-{who}{path.Replace('/', '-')}");
            }
        }
    }
}
