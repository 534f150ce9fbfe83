using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>Employees' accounts: one name, and a file from its upload to its results.</summary>
public sealed class ScreeningTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task Names_are_checked_and_accounts_verified()
    {
        await using var desk = await browser.Desk("ZJ1001");
        var page = desk.Page;
        await page.GotoAsync("/screening/check");
        await page.Locator("#Form_Text").FillAsync("小王農\u200b行·ＡＢＣ理财");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查" }).ClickAsync();
        await desk.Sees("含有本行字样，不得使用");
        await desk.LookAround("40-check");
        await page.Locator("#Form_Text").FillAsync("西湖边的小店");
        await page.GetByRole(AriaRole.Button, new() { Name = "检查" }).ClickAsync();
        await desk.Sees("未发现本行字样");

        await page.GotoAsync("/ledger/verify");
        await page.Locator("#q").FillAsync("中国XX银行客户服务");
        await page.GetByRole(AriaRole.Button, new() { Name = "核对" }).ClickAsync();
        await desk.Sees("名称相似");
        await desk.LookAround("41-look-alike");
        await page.GotoAsync("/ledger/verify?q=" + Uri.EscapeDataString("中国ⅩⅩ银行"));
        await desk.Sees("是本行账号");
        await desk.LookAround("42-official");
    }

    [BrowserFact]
    public async Task A_file_is_imported_screened_and_compared()
    {
        await using var desk = await browser.Desk("HQ1001");
        var page = desk.Page;
        await page.GotoAsync("/screening/files");
        await desk.LookAround("43-no-files");
        await Import(desk, "员工账号-10月.csv", "E0001,张三,330106,公众号,西湖農·行小张,zhang,分享生活", "E0009,郑十一,310000,公众号,农行十一,,");
        await Import(desk, "员工账号-11月.csv",
            "E0001,张三,330106,公众号,西湖農·行小张,zhang,分享生活", "E0002,李四,330106,视频号,西湖小李,abc_li,在农行上班，欢迎咨询",
            "E0003,王五,330106004,个人微信,农行小王,,", "E0004,赵六,330100,小程序,ⓐⓑⓒ记账本,,", "E0005,钱七,999999,公众号,天气,,",
            "E0006,孙八,310000,公众号,中囯XX银行上海理财,,", "E0007,周九,110000,视频号,九五五九九小课堂,,");
        await desk.Sees("中囯");
        await desk.LookAround("44-findings");
        await page.GetByRole(AriaRole.Link, new() { Name = "已消除" }).ClickAsync();
        await desk.Sees("十一");
        await page.GetByRole(AriaRole.Link, new() { Name = "未能读取的行" }).ClickAsync();
        await desk.Sees("机构名录中没有机构号“999999”");
        await desk.LookAround("45-bad-rows");
        await page.GotoAsync("/screening/files");
        await desk.LookAround("46-files");
        await page.GetByRole(AriaRole.Link, new() { Name = "PC-2026-000002" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "西湖農·行小张" }).ClickAsync();
        await desk.Sees("确认违规，开始整改");
        await desk.LookAround("48-finding");
        await desk.Confirm("确认违规，开始整改");
        await desk.Sees("待整改");

        await using var unit = await browser.Desk("XH1001");
        await unit.Page.GotoAsync("/inbox");
        await unit.Page.Locator("main tbody a").First.ClickAsync();
        await unit.Page.Locator("#Explanation").FillAsync("已改名为“西湖小张”。");
        await unit.LookAround("49-rectify");
        await unit.Page.Locator("#Evidence").SetInputFilesAsync(
            new FilePayload { Name = "新名称.png", MimeType = "image/png", Buffer = TestFiles.Png(400, 300) });
        await unit.Page.GetByRole(AriaRole.Button, new() { Name = "提交复核" }).ClickAsync();
        await unit.Sees("待复核");
        await page.ReloadAsync();
        await desk.LookAround("50-review");
        await page.GetByRole(AriaRole.Button, new() { Name = "已整改，结束" }).ClickAsync();
        await desk.Sees("复核：已整改");
        await page.GotoAsync("/screening/cases");
        await desk.LookAround("51-cases");
    }

    [BrowserFact]
    public async Task A_term_is_previewed_and_published()
    {
        await using (var branch = await browser.Desk("BJ1001"))
        {
            await Import(branch, "北京.csv", "E1,甲,110000,公众号,小绿卡之家,,", "E2,乙,110000,公众号,天气,,");
        }
        await using var desk = await browser.Desk("HQ9101");
        var page = desk.Page;
        await page.GotoAsync("/screening/terms");
        await page.Locator("#Form_Text").FillAsync("小绿卡");
        await page.Locator("#Form_Reason").FillAsync("本行产品名称，员工账号不得使用");
        await page.Locator("#Form_FileId").SelectOptionAsync((await page.Locator("#Form_FileId option", new() { HasText = "北京" }).First.GetAttributeAsync("value"))!);
        await desk.LookAround("52-terms");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览影响" }).ClickAsync();
        await desk.Sees("受影响的原文");
        await desk.LookAround("53-preview");
        await desk.Confirm("发布");
        await desk.Sees("现行第 2 版");
    }

    private static async Task Import(Desk desk, string name, params string[] rows)
    {
        await desk.Page.GotoAsync("/screening/files/new");
        await desk.Page.Locator("#Upload").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = AccountFiles.Csv(rows) });
        if (name.Contains("11"))
        {
            await desk.LookAround("47-import");
        }
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "上传并排查" }).ClickAsync();
        await desk.Arrives("/screening/files/[0-9a-f-]{36}$");
        await desk.Sees("已完成");
    }
}
