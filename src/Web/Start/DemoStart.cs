using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.Web.Start;

/// <summary>The demo bank: filled into an empty database in Development, and refused in Production.</summary>
internal static class DemoStart
{
    /// <summary>In Development, unless <c>Demo:Enabled</c> says otherwise; never in Production.</summary>
    public static bool IsWanted(WebApplication app) =>
        !app.Environment.IsProduction() && app.Configuration.GetValue("Demo:Enabled", app.Environment.IsDevelopment());

    public static async Task PrepareDemoBank(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovDbContext>();
        var isDemo = await db.Set<PortalFact>().AnyAsync(f => f.Name == PortalFact.DemoBank);
        if (app.Environment.IsProduction() && isDemo)
        {
            throw new InvalidOperationException(
                "This database holds the demo bank, whose passwords everybody knows. Production does not start with it: "
                + "point Database:ConnectionString to another one.");
        }
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
        foreach (var seed in scope.ServiceProvider.GetServices<IDemoSeed>().OrderBy(s => s.Order))
        {
            await seed.Seed(CancellationToken.None);
        }
        db.Add(new PortalFact { Name = PortalFact.DemoBank, Value = "1" });
        await db.SaveChangesAsync();
    }

    private static async Task<bool> IsEmpty(this GovDbContext db) => !await OrganisationModule.HasInstitutions(db);
}
