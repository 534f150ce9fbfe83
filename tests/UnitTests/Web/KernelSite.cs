using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Extensions.WebEncoders;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.UnitTests.Web;

/// <summary>The kernel's own pages and endpoints behind a real Kestrel, without the portal's layout: who asks stands in a header.</summary>
internal sealed partial class KernelSite : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gov-site-").FullName;
    private readonly WebApplication _app;

    private KernelSite(Action<IServiceCollection>? adjust, CurrentPerson[] people)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(KernelModule).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole().SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        KernelHouse.Compose(builder.Services, _folder, Clock);
        builder.Services.AddRazorPages();
        builder.Services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        builder.Services.AddSingleton(people.ToDictionary(Key));
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("test", null);
        builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        adjust?.Invoke(builder.Services);
        _app = builder.Build();
        _app.UseRouting();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapRazorPages();
        _app.MapGroup("/api/v1").MapKernelApi();
    }

    public FakeTimeProvider Clock { get; } = new(KernelHouse.Start);

    public IServiceProvider Services => _app.Services;

    public static Task<KernelSite> Start(params CurrentPerson[] people) => Start(null, people);

    public static async Task<KernelSite> Start(Action<IServiceCollection>? adjust, params CurrentPerson[] people)
    {
        var site = new KernelSite(adjust, people);
        await using (var scope = site.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<GovDbContext>().Database.EnsureCreatedAsync();
        }
        await site._app.StartAsync();
        return site;
    }

    /// <summary>A browser in which somebody has signed in; follows no redirects.</summary>
    public HttpClient As(CurrentPerson? person)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        var browser = new HttpClient(handler, disposeHandler: true) { BaseAddress = new Uri(_app.Urls.Single()) };
        if (person is not null)
        {
            browser.DefaultRequestHeaders.Add("X-Person", Key(person));
        }
        return browser;
    }

    /// <summary>Posts a form as the page offered it, with the page's own token.</summary>
    public static async Task<HttpResponseMessage> Post(HttpClient browser, string page, string address, params (string, string)[] fields)
    {
        var token = Token().Match(await browser.GetStringAsync(page)).Groups[1].Value;
        var form = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await browser.PostAsync(address, new FormUrlEncodedContent(form));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Key(CurrentPerson person) => person.ClientId ?? person.Id.ToString();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed class HeaderSignIn(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Dictionary<string, CurrentPerson> people)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (!people.TryGetValue(Request.Headers["X-Person"].ToString(), out var person))
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }
            IEnumerable<Claim> claims = person.IsClient
                ? [new(GovClaims.Client, person.ClientId!), new(GovClaims.Scope, string.Join(' ', person.Scopes))]
                : [new(ClaimTypes.NameIdentifier, person.Id.ToString()), .. person.ToClaims()];
            return Task.FromResult(AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, "test")), "test")));
        }
    }
}
