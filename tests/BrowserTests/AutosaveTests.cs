using Microsoft.Playwright;

namespace WeChatBankGov.BrowserTests;

/// <summary>A draft that saves itself although one of its values is refused.</summary>
public sealed class AutosaveTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task A_refused_value_stays_behind_alone_and_is_not_left_without_a_question()
    {
        var handler = await browser.App.As("HQ1001");
        var id = (Guid)(await handler.Post("registration/applications", new { accountForm = "ServiceAccount" }))["id"];
        await using var desk = await browser.Desk("HQ1001");
        var page = desk.Page;
        using var asked = new SemaphoreSlim(0);
        page.Dialog += async (_, dialog) =>
        {
            await dialog.DismissAsync();
            asked.Release();
        };
        await page.GotoAsync($"/registration/applications/{id}/edit");

        await page.Locator("#Form_Name").FillAsync("中国ⅩⅩ银行<浙江>");
        await page.Locator("#Form_RegisteredAddress").FillAsync("杭州市延安路");
        await Assertions.Expect(page.Locator("[data-autosave-status]")).ToContainTextAsync("其他内容已保存");
        await Assertions.Expect(page.Locator("[data-autosave-status]")).ToContainTextAsync("未保存：名称");
        (await Form())["registeredAddress"].ShouldBe("杭州市延安路");
        (await Form()).GetValueOrDefault("name").ShouldBeNull();

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).First.ClickAsync();
        (await asked.WaitAsync(30_000)).ShouldBeTrue();
        (await page.Locator("#Form_Name").InputValueAsync()).ShouldBe("中国ⅩⅩ银行<浙江>");
        await page.GetByRole(AriaRole.Link, new() { Name = "注册申请", Exact = true }).First.ClickAsync();
        (await asked.WaitAsync(30_000)).ShouldBeTrue();
        (await page.Locator("#Form_Name").InputValueAsync()).ShouldBe("中国ⅩⅩ银行<浙江>");

        await page.Locator("#Form_Name").FillAsync("中国ⅩⅩ银行浙江");
        await Assertions.Expect(page.Locator("[data-autosave-status]")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^已保存"));
        (await Form())["name"].ShouldBe("中国ⅩⅩ银行浙江");
        await page.GetByRole(AriaRole.Link, new() { Name = "工作台" }).First.ClickAsync();
        await desk.Arrives("/$");
        asked.CurrentCount.ShouldBe(0);

        async Task<Dictionary<string, string?>> Form() =>
            (await handler.Get($"registration/applications/{id}"))["form"].AsObject().Where(f => f.Value is System.Text.Json.Nodes.JsonValue)
                .ToDictionary(f => f.Key, f => f.Value?.ToString());
    }
}
