using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.UnitTests;

/// <summary>The kernel as the host composes it, on a SQLite file of its own: everything but HTTP.</summary>
internal sealed class KernelHouse : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _isGuest;
    private readonly ServiceProvider _services;

    private KernelHouse(string? folder, FakeTimeProvider? clock)
    {
        _isGuest = folder is not null;
        _folder = folder ?? Directory.CreateTempSubdirectory("gov-unit-").FullName;
        Clock = clock ?? new(Start);
        var services = new ServiceCollection();
        Compose(services, _folder, Clock);
        services.AddScoped(_ => Person.Value ?? CurrentPerson.System);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    internal static DateTimeOffset Start { get; } = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    /// <summary>24 November 2026, 10:00 in Beijing, unless a test moves it.</summary>
    public FakeTimeProvider Clock { get; }

    /// <summary>Who asks in this flow of control; the system when nobody is named.</summary>
    private AsyncLocal<CurrentPerson?> Person { get; } = new();

    public IServiceProvider Services => _services;

    public static async Task<KernelHouse> Build()
    {
        var house = new KernelHouse(null, null);
        await house.Database(db => db.Database.EnsureCreatedAsync());
        return house;
    }

    /// <summary>A second host on the same database, with the same clock.</summary>
    public KernelHouse SecondHost() => new(_folder, Clock);

    /// <summary>The services of a host without its web parts.</summary>
    public static void Compose(IServiceCollection services, string folder, FakeTimeProvider clock)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:ConnectionString", "Data Source=unit.db;Pooling=False")])
            .Build();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(clock);
        services.AddKernel(configuration, folder);
        services.AddModule(typeof(KernelHouse));
    }

    /// <summary>Sends a request in a scope of its own, as a person.</summary>
    public async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, CurrentPerson? person = null)
    {
        Person.Value = person;
        await using var scope = _services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    /// <summary>Looks at, or tampers with, the database in a context of its own.</summary>
    public async Task<T> Database<T>(Func<GovDbContext, Task<T>> look)
    {
        await using var scope = _services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (!_isGuest)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
