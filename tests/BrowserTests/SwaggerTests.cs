using Microsoft.Playwright;

namespace WeChatBankGov.BrowserTests;

/// <summary>The description of the REST API, which is a page of somebody else's: quiet under our policy, and named after the product.</summary>
public sealed class SwaggerTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task The_description_opens_without_a_word_on_the_console()
    {
        await using var desk = await browser.Desk("HQ1002");
        await desk.Page.GotoAsync("/swagger/index.html");
        await desk.Page.Locator(".opblock-summary").First.ClickAsync();
        await Assertions.Expect(desk.Page.Locator(".opblock-body").First).ToBeVisibleAsync();
        (await desk.Page.TitleAsync()).ShouldBe("微信银行管理平台接口");
        (await desk.Page.Locator("#select option").AllTextContentsAsync()).ShouldBe(["微信银行管理平台接口 v1"]);
        (await desk.Page.Locator(".info .title").InnerTextAsync()).ShouldContain("微信银行管理平台接口");
        desk.Errors.ShouldBeEmpty();

        // The hash that lets the logo in is not given to the portal's own pages.
        (await desk.Page.GotoAsync("/"))!.Headers["content-security-policy"].ShouldNotContain("sha256-");
    }
}
