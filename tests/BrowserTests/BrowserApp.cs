using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>A host and a browser for one class of tests.</summary>
public sealed class BrowserApp : IAsyncLifetime, IDisposable
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public GovApp App { get; } = new();

    public async Task InitializeAsync()
    {
        await App.InitializeAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.Launch(_playwright);
    }

    internal Task<Desk> Desk(string who, bool javaScript = true) => BrowserTests.Desk.Of(_browser!, App, who, javaScript);

    public async Task DisposeAsync()
    {
        await _browser!.CloseAsync();
        _playwright!.Dispose();
        await App.DisposeAsync();
    }

    public void Dispose() => App.Dispose();
}
