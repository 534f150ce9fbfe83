using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>One person at one browser: a session of their own, the console watched, pictures kept.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>Where screenshots go; nothing is kept when it is not set.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    /// <summary>How long a step may take, in milliseconds: long, for a build server may be busy with other work.</summary>
    private const float Patience = 60_000;

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly string _who;

    private Desk(IBrowserContext context, IPage page, string who)
    {
        (_context, Page, _who) = (context, page, who);
        page.Console += (_, message) =>
        {
            // The browser itself logs every 4xx of a page it was sent; a refused form is one and no error of ours.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                _errors.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _errors.Add($"{page.Url}: {error}");
    }

    public IPage Page { get; }

    /// <summary>What the console has said so far.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static async Task<Desk> Of(IBrowser browser, GovApp app, string who, bool javaScript = true)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = app.Address.ToString(),
            ViewportSize = new() { Width = 1440, Height = 900 },
            JavaScriptEnabled = javaScript,
            Locale = "zh-CN",
        });
        context.SetDefaultTimeout(Patience);
        var desk = new Desk(context, await context.NewPageAsync(), who);
        await desk.Page.GotoAsync("/sign-in");
        await desk.SignIn();
        return desk;
    }

    /// <summary>From the sign-in page to the person's home page.</summary>
    public async Task SignIn()
    {
        await Page.GetByLabel("工号").FillAsync(_who);
        await Page.GetByLabel("密码").FillAsync(GovClient.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        await Arrives("/$");
    }

    /// <summary>
    /// Waits until the address matches the pattern. It asks the address again and again instead of waiting for the
    /// browser's load event, which a busy machine can fire before anybody listens.
    /// </summary>
    public Task Arrives(string pattern) =>
        Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = Patience });

    /// <summary>Waits until the page's main part says the text.</summary>
    public Task Sees(string text) =>
        Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Waits until a place of the page says the text.</summary>
    public Task Says(string place, string text) =>
        Assertions.Expect(Page.Locator(place)).ToContainTextAsync(text, new() { Timeout = Patience });

    /// <summary>Presses a button, and the one of the dialog that asks first.</summary>
    public async Task Confirm(string button)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Page.Locator("dialog[open] .btn-primary, dialog[open] .btn-outline-danger, dialog[open] .btn-danger").First.ClickAsync();
    }

    /// <summary>No serious or critical finding of axe, no error on the console; a picture at both widths.</summary>
    public async Task LookAround(string name)
    {
        var result = await Page.RunAxe();
        var serious = result.Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
        serious.ShouldBeEmpty($"axe at {Page.Url}");
        _errors.ShouldBeEmpty();
        if (Pictures is not null)
        {
            Directory.CreateDirectory(Pictures);
            foreach (var width in (int[])[390, 1440])
            {
                await Page.SetViewportSizeAsync(width, 900);
                await Page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}-{width}.png"), FullPage = true });
            }
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    public override string ToString() => _who;
}
