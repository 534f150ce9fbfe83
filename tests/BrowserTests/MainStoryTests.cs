using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>The main story, clicked through, each person at a browser of their own.</summary>
public sealed class MainStoryTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    private GovApp App => browser.App;

    [BrowserFact]
    public async Task An_application_goes_from_draft_to_a_verified_account()
    {
        await App.UnifiedPlan();
        await using var handler = await browser.Desk("ZJ1001");
        var form = await StartSubscription(handler);
        await LeaveHalfAndComeBack(handler, form);
        var record = await FillInAndSubmit(handler);

        await using (var office = await browser.Desk("ZJ2001"))
        {
            await office.Page.GotoAsync("/inbox");
            await office.LookAround("04-inbox");
            await Judge(office, avatarFails: true);
        }
        await MendAndResubmit(handler, record);
        await using (var office = await browser.Desk("ZJ2001"))
        {
            await Judge(office, avatarFails: false);
        }
        await using (var head = await browser.Desk("HQ1002"))
        {
            await Approve(head);
        }
        await RecordVerification(handler);
    }

    private static async Task<string> StartSubscription(Desk handler)
    {
        var page = handler.Page;
        await page.GotoAsync("/registration/applications/new");
        await handler.LookAround("01-start");
        await page.GetByRole(AriaRole.Button, new() { Name = "申请订阅号" }).ClickAsync();
        await handler.Arrives("/edit$");
        await handler.Sees("中国ⅩⅩ银行浙江分行");
        // Monday 23 November: the third working day after it is Thursday.
        await handler.Sees("2026年11月26日(周四)");
        return page.Url;
    }

    private static async Task LeaveHalfAndComeBack(Desk handler, string form)
    {
        var page = handler.Page;
        await page.Locator("#Form_Introduction").FillAsync("面向浙江客户，提供网点信息、优惠活动和业务指南。");
        await page.Locator("#Form_SubjectName").FillAsync("中国ⅩⅩ银行股份有限公司浙江省分行");
        await Upload(page, "Avatar", AnnexForm.Png("头像.png", 600, 600));
        await page.GetByRole(AriaRole.Button, new() { Name = "保存草稿", Exact = true }).Last.ClickAsync();
        await page.GetByText("已保存").First.WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).First.ClickAsync();
        await handler.Arrives("/sign-in$");
        await handler.SignIn();
        await page.GotoAsync(form);
        (await page.Locator("#Form_Introduction").InputValueAsync()).ShouldStartWith("面向浙江客户");
        await handler.Sees("头像.png");

        await page.GetByRole(AriaRole.Button, new() { Name = "预检" }).ClickAsync();
        await page.GetByText("R04-1").First.WaitForAsync();
        await handler.Sees("R03-1");
        await handler.LookAround("02-precheck");
    }

    private static async Task<string> FillInAndSubmit(Desk handler)
    {
        var page = handler.Page;
        await AnnexForm.FillIn(page);
        await Upload(page, "ServicePageDesign", AnnexForm.Png("首页.png", 750, 1334), AnnexForm.Png("菜单.png", 750, 1000));
        await Upload(page, "ContingencyPlan", AnnexForm.Pdf("应急预案.pdf"));
        await page.GetByRole(AriaRole.Button, new() { Name = "预检" }).ClickAsync();
        await page.GetByText("预检通过").First.WaitForAsync();
        await handler.LookAround("03-form");
        await handler.Confirm("递交申请");
        await handler.Arrives("/applications/[0-9a-f-]{36}$");
        await handler.Sees("ZC-2026-");
        return page.Url;
    }

    private static async Task Judge(Desk office, bool avatarFails)
    {
        var page = office.Page;
        await page.GotoAsync("/inbox");
        await page.Locator("main tbody a").First.ClickAsync();
        foreach (var element in (string[])["Elements[0]", "Elements[1]", "Elements[2]"])
        {
            var fails = avatarFails && element == "Elements[0]";
            await page.Locator($"input[name$='{element}.Conforms'][value='{(fails ? "false" : "true")}']").CheckAsync();
            if (fails)
            {
                await page.Locator($"textarea[name$='{element}.Reason']").FillAsync("头像四角被裁切，请按VI手册重新制作。");
            }
        }
        await office.LookAround(avatarFails ? "05-review" : "07-second-review");
        await office.Page.Locator("form[method=post] button.btn-primary").Last.ClickAsync();
        await page.Locator("dialog[open] .btn-primary").ClickAsync();
        await page.GetByText(avatarFails ? "不通过" : "通过").First.WaitForAsync();
    }

    private static async Task MendAndResubmit(Desk handler, string record)
    {
        var page = handler.Page;
        await page.GotoAsync(record.TrimEnd('/') + "/edit");
        await handler.Sees("头像四角被裁切");
        (await page.Locator("#Form_Introduction").IsVisibleAsync()).ShouldBeFalse("the introduction was not opened by the return");
        await Upload(page, "Avatar", AnnexForm.Png("新头像.png", 500, 500));
        await handler.LookAround("06-returned");
        await handler.Confirm("递交申请");
        await handler.Arrives("/applications/[0-9a-f-]{36}$");
    }

    private static async Task Approve(Desk head)
    {
        var page = head.Page;
        await page.GotoAsync("/inbox");
        await page.Locator("main tbody a").First.ClickAsync();
        await head.Sees("头像四角被裁切");
        await head.LookAround("08-approval");
        await head.Confirm("同意");
        await head.Arrives("/inbox");
    }

    private async Task RecordVerification(Desk handler)
    {
        App.Clock.Set(new DateTime(2026, 11, 23, 16, 0, 0));
        var page = handler.Page;
        await page.GotoAsync("/ledger/accounts");
        await handler.Sees("已批准待认证");
        await handler.LookAround("09-ledger");
        await page.GetByRole(AriaRole.Link, new() { Name = "中国ⅩⅩ银行浙江分行" }).First.ClickAsync();
        await page.Locator("#Form_VerifiedOn").FillAsync("2026-11-23");
        await page.Locator("#Form_VerifiedUntil").FillAsync("2027-11-23");
        await page.Locator("#Form_OriginalId").FillAsync("gh_0123456789ab");
        await page.Locator("#Form_AppId").FillAsync("wx0123456789abcdef");
        await page.Locator("#Form_Evidence").SetInputFilesAsync(AnnexForm.Png("认证.png", 800, 600));
        await handler.LookAround("10-verification");
        await handler.Confirm("登记认证");
        await page.GetByText("已认证").First.WaitForAsync();
        await handler.LookAround("11-live");
    }

    /// <summary>Choosing a file sends the form; it is there when the page links to it.</summary>
    private static async Task Upload(IPage page, string field, params FilePayload[] files)
    {
        await page.Locator("#" + field).SetInputFilesAsync(files);
        foreach (var file in files)
        {
            await page.Locator("main a[href*='/files/']").Filter(new() { HasText = file.Name }).First.WaitForAsync();
        }
    }
}
