using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.UnitTests.Organisation;

/// <summary>All modules as the host composes them, on a SQLite file: everything but HTTP.</summary>
internal sealed class OrganisationHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gov-org-").FullName;
    private readonly AsyncLocal<CurrentPerson?> _person = new();

    private OrganisationHouse(Action<IServiceCollection>? adjust) => Services = Compose(adjust);

    /// <summary>24 November 2026, 10:00 in Beijing, unless a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 2, 0, 0, TimeSpan.Zero));

    public ServiceProvider Services { get; }

    public CurrentPerson SystemAdministrator { get; } = Administrator("邓勇", Duties.SystemAdministrator);

    public CurrentPerson SecurityAdministrator { get; } = Administrator("潘安平", Duties.SecurityAdministrator);

    public static async Task<OrganisationHouse> Build(Action<IServiceCollection>? adjust = null)
    {
        var house = new OrganisationHouse(adjust);
        await house.Database(db => db.Database.EnsureCreatedAsync());
        return house;
    }

    public static CurrentPerson Administrator(string name, Duties duty) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name,
        Level = InstitutionLevel.HeadOffice,
        Department = DepartmentKind.Administration,
        Duties = duty,
    };

    /// <summary>Another host on the same database.</summary>
    public ServiceProvider AnotherHost() => Compose(null);

    public async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, CurrentPerson person)
    {
        _person.Value = person;
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    public async Task<T> Database<T>(Func<GovDbContext, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Compose(Action<IServiceCollection>? adjust)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Database:ConnectionString", "Data Source=unit.db;Pooling=False")])
            .Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddModules(configuration, _folder);
        services.AddScoped(_ => _person.Value ?? CurrentPerson.System);
        // Entity Framework keeps one model for all contexts that look alike; other houses have fewer tables.
        services.ConfigureDbContext<GovDbContext>(options => options.EnableServiceProviderCaching(false));
        adjust?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }
}
