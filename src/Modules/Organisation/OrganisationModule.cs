using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Organisation.Account;
using WeChatBankGov.Organisation.Calendar;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Organisation.Demo;
using WeChatBankGov.Organisation.Institutions;
using WeChatBankGov.Organisation.People;
using WeChatBankGov.Organisation.RuleSwitches;
using WeChatBankGov.Organisation.SignIn;

namespace WeChatBankGov.Organisation;

/// <summary>Institutions, people, departments, duties, sign-in (article 8).</summary>
public static class OrganisationModule
{
    /// <summary>The name of the host's rate limit for sign-ins.</summary>
    public const string SignInLimit = "sign-in";

    public static IServiceCollection AddOrganisation(this IServiceCollection services)
    {
        services.AddModule(typeof(OrganisationModule));
        services.AddSingleton<IModelContribution, Model>();
        services.AddSingleton(new RuleSource(typeof(OrganisationRules)));
        foreach (var permission in OrganisationPermissions.All)
        {
            services.AddSingleton(permission);
        }
        services.AddSingleton<InstitutionRegister.Statements>();
        services.AddScoped<IInstitutions, InstitutionRegister>();
        services.AddScoped<IPeople, PeopleRegister>();
        services.AddScoped<IPreparation, FirstAdministrators>();
        services.AddScoped<IRecordVisibility, InstitutionVisibility>();
        services.AddScoped<IRecordVisibility, PersonVisibility>();
        services.AddScoped<IDemoSeed, DemoBank>();
        services.AddSingleton<CalendarKeeper>();
        services.AddSingleton<RuleSwitchboard>();
        services.AddSingleton<IRuleSwitches>(provider => provider.GetRequiredService<RuleSwitchboard>());
        services.AddHostedService<SharedStateWatch>();
        OrganisationNavigation.Add(services);

        services.AddIdentityCore<Person>(identity =>
            {
                identity.Password.RequiredLength = 12;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddUserStore<UserOnlyStore<Person, GovDbContext, Guid>>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<GovClaimsFactory>();
        services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(5));
        return services;
    }

    /// <summary>Whether the register holds anything: an empty one is filled with the demo bank in Development.</summary>
    public static Task<bool> HasInstitutions(GovDbContext db) => db.Set<Institution>().AnyAsync();

    /// <summary>The demo sign-ins, as they are printed at the start of a development host.</summary>
    public static string DemoSignIns(IEnumerable<string> addresses) => DemoPeople.Describe(addresses);

    public static void MapOrganisationApi(this IEndpointRouteBuilder api)
    {
        OrganisationApi.Map(api);
        CalendarApi.Map(api);
    }

    /// <summary>Sends whoever signed in with a one-time password to the page where they choose their own; after authorization.</summary>
    public static void UseOneTimePasswordGate(this IApplicationBuilder app) => OneTimePasswordGate.Use(app);

    /// <summary>Whether the person signed in with a one-time password and has yet to choose their own.</summary>
    public static bool MustChangePassword(ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == OneTimePassword.Claim);

    private sealed class Model : IModelContribution
    {
        public void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(Model).Assembly);
    }
}
