using Serilog;
using WeChatBankGov.Approval;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation;
using WeChatBankGov.Registration;
using WeChatBankGov.Review;
using WeChatBankGov.Screening;

namespace WeChatBankGov.Web.Start;

/// <summary>Puts the house together: the host that runs, and the same host for tests and benchmarks.</summary>
public static class GovHost
{
    /// <summary>Builds the host. Nothing is opened or migrated yet: see <see cref="Prepare"/>.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="adjust">What a test replaces: the clock, the database, the address.</param>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        // Named, because a test's process is called otherwise and the static assets are found by this name.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(GovHost).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        adjust?.Invoke(builder);
        builder.Host.UseSerilog((context, log) => log.ReadFrom.Configuration(context.Configuration), preserveStaticLogger: true);

        builder.Services.AddModules(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddScoped<IDemoStage, DemoStage>();
        builder.AddGovWeb();
        builder.AddSignInAndClients();
        builder.AddSignInLimits();
        builder.AddOpenApi();

        var app = builder.Build();
        app.UseGovWeb();
        return app;
    }

    /// <summary>All modules of the house; without the web parts it also serves the demo bank's seeding.</summary>
    public static IServiceCollection AddModules(this IServiceCollection services, IConfiguration configuration, string contentRoot) =>
        services
            .AddKernel(configuration, contentRoot)
            .AddOrganisation()
            .AddApproval()
            .AddReview()
            .AddRegistration()
            .AddScreening(configuration);

    /// <summary>Checks what must hold, migrates the database, fills the demo bank where it belongs.</summary>
    public static async Task Prepare(this WebApplication app)
    {
        PermissionGuard.Check(app.Services);
        var options = app.Services.GetRequiredService<DatabaseOptions>();
        await using var onFile = await StartTurn.OfFile(options);
        await app.MigrateDatabase();
        await using var onServer = await StartTurn.OfServer(options);
        await app.PrepareDemoBank();
        await app.RunPreparations();
    }
}
