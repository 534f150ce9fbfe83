using System.Security.Claims;
using MediatR;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Web.Start;

/// <summary>The same modules once more, with a clock of their own that stands in the past.</summary>
internal sealed class DemoStage : IDemoStage, IAsyncDisposable
{
    private readonly ServiceProvider _modules;
    private readonly PastClock _clock = new();

    public DemoStage(IConfiguration configuration, IHostEnvironment environment)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddLogging();
        services.AddAuthentication();
        services.AddModules(configuration, environment.ContentRootPath);
        services.AddClientModel();
        _modules = services.BuildServiceProvider();
    }

    public async Task<T> Act<T>(string employeeNumber, DateTime beijing, IRequest<Outcome<T>> request)
    {
        _clock.Now = new DateTimeOffset(beijing, TimeSpan.FromHours(8));
        await using var scope = _modules.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<IPeople>().Find(employeeNumber, CancellationToken.None)
            ?? throw new InvalidOperationException($"The demo bank has no {employeeNumber}.");
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = SignedIn(person) };
        var outcome = await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
        return outcome.Refusal is { } refusal
            ? throw new InvalidOperationException($"{request.GetType().FullName} by {employeeNumber}: {refusal.Summary}")
            : outcome.Value;
    }

    public ValueTask DisposeAsync() => _modules.DisposeAsync();

    private static ClaimsPrincipal SignedIn(CurrentPerson person) =>
        new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.Id.ToString()), .. person.ToClaims()], "demo"));

    private sealed class PastClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
