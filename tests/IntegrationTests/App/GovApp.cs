using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>
/// The real host on a real port over a real database, with the demo bank and a clock that stands still until a test moves it.
/// </summary>
public sealed class GovApp : IAsyncLifetime, IDisposable
{
    /// <summary>Monday, 9:30 in Beijing: an ordinary week follows.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly TestDatabase _database = new();
    private readonly Dictionary<string, GovClient> _signedIn = [];
    private readonly SemaphoreSlim _signIn = new(1, 1);
    private WebApplication? _app;

    /// <summary>Settings that a test wants otherwise; before <see cref="InitializeAsync"/>.</summary>
    public Dictionary<string, string?> Settings { get; } = [];

    /// <summary>The environment's name; before <see cref="InitializeAsync"/>.</summary>
    public string Environment { get; set; } = "Testing";

    public StoppedClock Clock { get; } = new(Start);

    /// <summary>Where its database is, for a second host.</summary>
    public string ConnectionString => _database.ConnectionString;

    public Uri Address => new(_app!.Urls.First());

    public IServiceProvider Services => _app!.Services;

    public async Task InitializeAsync()
    {
        _app = TestHost.Build(_database, Environment, builder =>
        {
            builder.Configuration.AddInMemoryCollection(Settings);
            builder.Services.AddSingleton<TimeProvider>(Clock);
        });
        await _app.Prepare();
        await _app.StartAsync();
    }

    /// <summary>Ends the host and starts another one on the same database; who was signed in signs in again.</summary>
    public async Task Restart()
    {
        foreach (var client in _signedIn.Values)
        {
            client.Dispose();
        }
        _signedIn.Clear();
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await InitializeAsync();
    }

    /// <summary>A person of the demo bank, signed in through the real page. The same session each time.</summary>
    public async Task<GovClient> As(string employeeNumber)
    {
        await _signIn.WaitAsync();
        try
        {
            if (!_signedIn.TryGetValue(employeeNumber, out var client))
            {
                client = new GovClient(Address);
                await client.SignIn(employeeNumber);
                _signedIn.Add(employeeNumber, client);
            }
            return client;
        }
        finally
        {
            _signIn.Release();
        }
    }

    /// <summary>Nobody.</summary>
    public GovClient Anonymous() => new(Address);

    /// <summary>The demo client of the REST API, with all its scopes or those named.</summary>
    public async Task<GovClient> AsClient(string? scope = null)
    {
        var client = new GovClient(Address);
        await client.TakeToken("it-demo", "it-demo-secret", scope);
        return client;
    }

    /// <summary>Runs something against the database, outside any request.</summary>
    public async Task<T> WithDb<T>(Func<GovDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<GovDbContext>());
    }

    public async Task DisposeAsync()
    {
        foreach (var client in _signedIn.Values)
        {
            client.Dispose();
        }
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Dispose();
    }

    public void Dispose()
    {
        _database.Dispose();
        _signIn.Dispose();
    }
}
