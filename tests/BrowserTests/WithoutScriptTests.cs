using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>The main story in browsers that run no script: forms and links alone carry it.</summary>
public sealed class WithoutScriptTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task An_application_is_submitted_judged_approved_and_its_verification_recorded()
    {
        await browser.App.UnifiedPlan();
        await using var handler = await browser.Desk("ZJ1001", javaScript: false);
        await Submit(handler);
        await using (var office = await browser.Desk("ZJ2001", javaScript: false))
        {
            await office.Page.GotoAsync("/inbox");
            await office.Page.Locator("main tbody a").First.ClickAsync();
            foreach (var element in (string[])["Elements[0]", "Elements[1]", "Elements[2]"])
            {
                await office.Page.Locator($"input[name$='{element}.Conforms'][value='true']").CheckAsync();
            }
            await office.Page.Locator("form[method=post] button.btn-primary").Last.ClickAsync();
            await office.Sees("通过");
        }
        await using (var head = await browser.Desk("HQ1002", javaScript: false))
        {
            await head.Page.GotoAsync("/inbox");
            await head.Page.Locator("main tbody a").First.ClickAsync();
            await head.Page.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
            await head.Arrives("/inbox");
            await head.Sees("已同意");
        }
        await Record(handler);
    }

    private static async Task Submit(Desk handler)
    {
        var page = handler.Page;
        await page.GotoAsync("/registration/applications/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "申请订阅号" }).ClickAsync();
        await handler.Arrives("/edit$");
        await page.Locator("#Form_Introduction").FillAsync("面向浙江客户，提供网点信息、优惠活动和业务指南。");
        await page.Locator("#Form_SubjectName").FillAsync("中国ⅩⅩ银行股份有限公司浙江省分行");
        await AnnexForm.FillIn(page);
        await page.Locator("#Avatar").SetInputFilesAsync(AnnexForm.Png("头像.png", 600, 600));
        await page.Locator("#ServicePageDesign").SetInputFilesAsync([AnnexForm.Png("首页.png", 750, 1334), AnnexForm.Png("菜单.png", 750, 1000)]);
        await page.Locator("#ContingencyPlan").SetInputFilesAsync(AnnexForm.Pdf("应急预案.pdf"));
        await page.GetByRole(AriaRole.Button, new() { Name = "递交申请" }).ClickAsync();
        await handler.Arrives("/applications/[0-9a-f-]{36}$");
        await handler.Sees("ZC-2026-");
        await handler.Sees("形象审核中");
    }

    private static async Task Record(Desk handler)
    {
        var page = handler.Page;
        await page.GotoAsync("/ledger/accounts");
        await page.GetByRole(AriaRole.Link, new() { Name = "中国ⅩⅩ银行浙江分行" }).First.ClickAsync();
        await page.Locator("#Form_VerifiedOn").FillAsync("2026-11-23");
        await page.Locator("#Form_VerifiedUntil").FillAsync("2027-11-23");
        await page.Locator("#Form_OriginalId").FillAsync("gh_0123456789ab");
        await page.Locator("#Form_AppId").FillAsync("wx0123456789abcdef");
        await page.Locator("#Form_Evidence").SetInputFilesAsync(AnnexForm.Png("认证.png", 800, 600));
        await page.GetByRole(AriaRole.Button, new() { Name = "登记认证", Exact = true }).ClickAsync();
        await handler.Sees("已认证");
    }
}
