using Microsoft.Playwright;

namespace WeChatBankGov.BrowserTests;

/// <summary>
/// Finds an installed browser: the environment variable <c>CHROMIUM</c>, /usr/bin/chromium, Chrome, Edge, Playwright's own. Where
/// there is none the tests say so and are skipped, unless <c>REQUIRE_BROWSER=1</c>, which makes a skip a failure.
/// </summary>
internal static class Chromium
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    public static string? Path { get; } = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given
        ? given
        : Places.FirstOrDefault(File.Exists);

    public static bool IsRequired => Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1";

    public static Task<IBrowser> Launch(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Arguments });

    /// <summary>Whether Playwright finds a browser of its own.</summary>
    public static bool HasOwn()
    {
        using var playwright = Playwright.CreateAsync().GetAwaiter().GetResult();
        return File.Exists(playwright.Chromium.ExecutablePath);
    }
}

/// <summary>A test in a real browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium.Path is null && !Chromium.IsRequired && !Chromium.HasOwn())
        {
            Skip = "NO BROWSER FOUND: install Chromium, Chrome or Edge, or name one in the environment variable CHROMIUM.";
        }
    }
}
