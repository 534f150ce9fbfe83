using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.Web.Start;

/// <summary>The demo bank: filled into an empty database in Development, and refused in Production.</summary>
internal static class DemoStart
{
    private const string UnderWay = "under way";
    private const string Complete = "1";

    /// <summary>In Development, unless <c>Demo:Enabled</c> says otherwise; never in Production.</summary>
    public static bool IsWanted(WebApplication app) =>
        !app.Environment.IsProduction() && app.Configuration.GetValue("Demo:Enabled", app.Environment.IsDevelopment());

    public static async Task PrepareDemoBank(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovDbContext>();
        var fact = await db.Set<PortalFact>().AsNoTracking().SingleOrDefaultAsync(f => f.Name == PortalFact.DemoBank);
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (app.Environment.IsProduction() && (fact is not null || await DemoClient.Exists(clients)))
        {
            throw new InvalidOperationException(
                "This database holds the demo bank or its client, whose passwords everybody knows. Production does not start with it: "
                + "point Database:ConnectionString to another one.");
        }
        if (fact is { Value: UnderWay })
        {
            throw new InvalidOperationException(
                "Filling in the demo bank was interrupted, and what is there is incomplete. Delete this database, or point "
                + "Database:ConnectionString to an empty one, and start again.");
        }
        var isDemo = fact is not null;
        if (IsWanted(app) && !isDemo && await db.IsEmpty())
        {
            await Seed(app);
            isDemo = true;
        }
        if (isDemo && app.Environment.IsDevelopment())
        {
            app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine(OrganisationModule.DemoSignIns(app.Urls)));
        }
    }

    /// <summary>What each module needs in the database before the first request, demo or not.</summary>
    public static async Task RunPreparations(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var preparation in scope.ServiceProvider.GetServices<IPreparation>())
        {
            await preparation.Prepare(CancellationToken.None);
        }
    }

    private static async Task Seed(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovDbContext>();
        // Saved with the first people, whose password everybody knows: however the seeding ends, the database says what it holds.
        var fact = new PortalFact { Name = PortalFact.DemoBank, Value = UnderWay };
        db.Add(fact);
        foreach (var seed in scope.ServiceProvider.GetServices<IDemoSeed>().OrderBy(s => s.Order))
        {
            await seed.Seed(CancellationToken.None);
        }
        await DemoClient.Create(scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>());
        fact.Value = Complete;
        await db.SaveChangesAsync();
    }

    private static async Task<bool> IsEmpty(this GovDbContext db) => !await OrganisationModule.HasInstitutions(db);
}
