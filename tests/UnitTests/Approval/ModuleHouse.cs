using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using WeChatBankGov.Approval;
using WeChatBankGov.Approval.Cases;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;
using WeChatBankGov.Review;

namespace WeChatBankGov.UnitTests.Approval;

/// <summary>Organisation, Approval, Review and a fake feature above them, on a database of their own: everything but HTTP.</summary>
internal sealed class ModuleHouse : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gov-approval-").FullName;
    private readonly AsyncLocal<CurrentPerson?> _person = new();
    private readonly ServiceProvider _services;

    private ModuleHouse()
    {
        var services = new ServiceCollection();
        KernelHouse.Compose(services, _folder, Clock);
        services.AddOrganisation().AddApproval().AddReview()
            .AddSingleton<FakeFeature>()
            .AddScoped<ISubjectVisibility, FakeVisibility>()
            .AddScoped(_ => _person.Value ?? CurrentPerson.System)
            // Entity Framework keeps one model for all contexts that look alike; this house's has more tables than the kernel's.
            .ConfigureDbContext<GovDbContext>(options => options.EnableServiceProviderCaching(false));
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    /// <summary>24 November 2026, 10:00 in Beijing, unless a test moves it.</summary>
    public FakeTimeProvider Clock { get; } = new(KernelHouse.Start);

    public FakeFeature Feature => _services.GetRequiredService<FakeFeature>();

    public static async Task<ModuleHouse> Build()
    {
        var house = new ModuleHouse();
        await house.Database(async db =>
        {
            await db.Database.EnsureCreatedAsync();
            db.AddRange(Staff.Register());
            return await db.SaveChangesAsync();
        });
        return house;
    }

    /// <summary>Sends a request in a scope of its own, as a person.</summary>
    public async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, CurrentPerson person)
    {
        await using var scope = ScopeOf(person);
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    /// <summary>A scope in which a person asks.</summary>
    public AsyncServiceScope ScopeOf(CurrentPerson person)
    {
        _person.Value = person;
        return _services.CreateAsyncScope();
    }

    /// <summary>Looks at the database in a context of its own.</summary>
    public async Task<T> Database<T>(Func<GovDbContext, Task<T>> look)
    {
        await using var scope = _services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<GovDbContext>());
    }

    /// <summary>Opens an approval by the branch's handler, or whoever is named.</summary>
    public async Task<ApprovalCase> OpenApproval(Guid? subject = null, CurrentPerson? by = null)
    {
        var id = (await Send(
            new OpenSubject.Command(subject ?? Guid.CreateVersion7(), null, default), by ?? Staff.Handler)).Value;
        return await Database(db => db.Set<ApprovalCase>().SingleAsync(a => a.Id == id));
    }

    /// <summary>Opens a review of a subscription account, or of another form, by the branch's handler; answers its id.</summary>
    public async Task<Guid> OpenReview(
        Guid? subject = null, Institution? applicant = null, AccountForm form = AccountForm.SubscriptionAccount) =>
        (await Send(
            new OpenSubject.Command(subject ?? Guid.CreateVersion7(), applicant ?? Staff.Zhejiang, form), Staff.Handler)).Value;

    public Task<Outcome<DecideApproval.Result>> Decide(
        ApprovalCase approval, Verdict verdict, CurrentPerson by, string? opinion = null, int? version = null) =>
        Send(new DecideApproval.Command(approval.Id, version ?? approval.Version, verdict, opinion, null), by);

    /// <summary>Asks a service in a scope of its own, as a person.</summary>
    public async Task<T> Ask<TService, T>(Func<TService, Task<T>> question, CurrentPerson me) where TService : notnull
    {
        await using var scope = ScopeOf(me);
        return await question(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
