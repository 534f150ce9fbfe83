using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>Nobody is asked to confirm what will be refused for an empty field.</summary>
public sealed class ConfirmTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task A_form_with_empty_fields_names_them_instead_of_asking_for_a_confirmation()
    {
        await using var desk = await browser.Desk("HQ1002");
        await desk.Page.GotoAsync("/plans/new");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "发布规划" }).ClickAsync();
        (await Asked(desk)).ShouldBe(0);
        (await Told(desk, "#Form_Title")).ShouldBe("请先填写：规划名称、生效日期");

        await desk.Page.Locator("#Form_Title").FillAsync("统一规划");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "发布规划" }).ClickAsync();
        (await Asked(desk)).ShouldBe(0);
        (await Told(desk, "#Form_Title")).ShouldBe("");
        (await Told(desk, "#Form_EffectiveFrom")).ShouldBe("请先填写：生效日期");

        await desk.Page.Locator("#Form_EffectiveFrom").FillAsync("2026-12-01");
        await desk.Confirm("发布规划");
        await desk.Arrives("/plans$");
    }

    [BrowserFact]
    public async Task A_button_that_sends_no_form_asks_whatever_else_is_empty()
    {
        var handler = await browser.App.As("ZJ1001");
        var id = (Guid)(await handler.Post(Applications.Root, new { accountForm = "SubscriptionAccount" }))["id"];
        await handler.UploadTo(id, 1, "avatar", TestFiles.Png(), "头像.png");
        await using var desk = await browser.Desk("ZJ1001");
        await desk.Page.GotoAsync($"/registration/applications/{id}/edit");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "递交申请" }).ClickAsync();
        (await Asked(desk)).ShouldBe(0);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "删除头像 头像.png" }).ClickAsync();
        (await Asked(desk)).ShouldBe(1);
    }

    private static Task<int> Asked(Desk desk) => desk.Page.Locator("dialog.ask[open]").CountAsync();

    private static Task<string> Told(Desk desk, string control) => desk.Page.Locator(control).EvaluateAsync<string>("control => control.validationMessage");
}
