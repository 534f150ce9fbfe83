using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>A slow line: what is chosen and typed while a file is on its way.</summary>
public sealed class UploadTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task While_a_file_is_uploaded_neither_the_next_file_nor_a_word_is_lost()
    {
        const string Words = "面向杭州客户提供网点信息和优惠活动。";
        var handler = await browser.App.As("HZ1001");
        var id = (Guid)(await handler.Post("registration/applications", new { accountForm = "SubscriptionAccount" }))["id"];
        await using var desk = await browser.Desk("HZ1001");
        await desk.Page.GotoAsync($"/registration/applications/{id}/edit");
        var answers = new SemaphoreSlim(0);
        await desk.Page.RouteAsync("**/edit**", async route =>
        {
            if (route.Request.Method == "POST" && !route.Request.Headers.ContainsKey("x-autosave"))
            {
                await answers.WaitAsync();
            }
            await route.ContinueAsync();
        });

        await desk.Page.Locator("input[name=Avatar]").SetInputFilesAsync(AnnexForm.Png("头像.png", 400, 400));
        await Assertions.Expect(desk.Page.Locator("form[data-uploading]")).ToHaveCountAsync(1);
        await desk.Page.Locator("input[name=ServicePageDesign]").SetInputFilesAsync(AnnexForm.Png("首页.png", 750, 1334));
        await desk.Page.Locator("#Form_Introduction").PressSequentiallyAsync(Words);
        answers.Release(2);

        await Assertions.Expect(desk.Page.Locator("form[data-uploading]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        (await desk.Page.Locator("#Form_Introduction").InputValueAsync()).ShouldBe(Words);
        var saved = await handler.Get($"registration/applications/{id}");
        ((string?)saved["form"]["introduction"]).ShouldBe(Words);
        saved["files"].AsArray().Select(f => (string?)f!["fileName"]).ShouldBe(["头像.png", "首页.png"]);
    }

    [BrowserFact]
    public async Task What_was_typed_during_an_upload_does_not_follow_whoever_goes_to_another_form()
    {
        var handler = await browser.App.As("HQ1001");
        var (here, there) = (await Draft(handler), await Draft(handler));
        await using var desk = await browser.Desk("HQ1001");
        await desk.Page.GotoAsync($"/registration/applications/{here}/edit");
        await desk.Page.RouteAsync($"**/{here}/edit**", route => route.Request.Method == "POST" ? Task.CompletedTask : route.ContinueAsync());

        await desk.Page.Locator("input[name=Avatar]").SetInputFilesAsync(AnnexForm.Png("头像.png", 400, 400));
        await desk.Page.Locator("#Form_Introduction").PressSequentiallyAsync("这一份的功能介绍。");
        await desk.Page.EvaluateAsync("address => Enhance.visit(address)", $"/registration/applications/{there}/edit");

        await desk.Arrives($"{there}/edit$");
        (await desk.Page.Locator("#Form_Introduction").InputValueAsync()).ShouldBeEmpty();
    }

    private static async Task<Guid> Draft(GovClient handler) =>
        (Guid)(await handler.Post("registration/applications", new { accountForm = "ServiceAccount" }))["id"];
}
