using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Approve;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Contracts;
using WeChatBankGov.Registration.Demo;
using WeChatBankGov.Registration.Edit;
using WeChatBankGov.Registration.Home;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.List;
using WeChatBankGov.Registration.Read;
using WeChatBankGov.Registration.Submit;
using WeChatBankGov.Registration.Verification;

namespace WeChatBankGov.Registration;

/// <summary>Plans, applications (annex 1), verification, the ledger of accounts (articles 2–7).</summary>
public static class RegistrationModule
{
    public static IServiceCollection AddRegistration(this IServiceCollection services)
    {
        services.AddModule(typeof(RegistrationModule));
        services.AddSingleton<IModelContribution, Model>();
        foreach (var rules in (Type[])[typeof(PlanRules), typeof(IdentityRules), typeof(ApplicantRules), typeof(NameRules),
            typeof(FilingRules), typeof(FormRules), typeof(VerificationRules), typeof(AuthorityRules), typeof(TransactionRules)])
        {
            services.AddSingleton(new RuleSource(rules));
        }
        foreach (var permission in RegistrationPermissions.All)
        {
            services.AddSingleton(permission);
        }
        services.AddScoped<ApplicationRecordVisibility>();
        services.AddScoped<IRecordVisibility>(provider => provider.GetRequiredService<ApplicationRecordVisibility>());
        services.AddScoped<ISubjectVisibility>(provider => provider.GetRequiredService<ApplicationRecordVisibility>());
        services.AddScoped<IRecordVisibility, AccountRecordVisibility>();
        services.AddSingleton<SubmissionCheck.Statements>();
        services.AddScoped<NameHolders>();
        services.AddScoped<SubmissionCheck>();
        services.AddScoped<FieldsOpen>();
        services.AddScoped<NextStep>();
        services.AddScoped<ApplicantNotices>();
        services.AddScoped<ToMend>();
        services.AddSingleton<ReadApplication.Statement>();
        services.AddSingleton<ListApplications.Pages>();
        services.AddSingleton<ListAccounts.Pages>();
        services.AddScoped<SimilarNames>();
        services.AddScoped<EarlierMatters>();
        services.AddSingleton<ApplicantAccess.Statement>();
        services.AddScoped<ApplicantAccess>();
        services.AddSingleton<NameClaims.Statement>();
        services.AddScoped<NameClaims>();
        services.AddScoped<AccountContributors>();
        services.AddSingleton<IContributions, AccountContributions>();
        services.AddScoped<VerificationNotices>();
        services.AddSingleton<VerificationPass>();
        services.AddHostedService<VerificationWatch>();
        services.AddScoped<IRegistrationOverview, RegistrationOverview>();
        services.AddScoped<StandingAccounts>();
        services.AddScoped<IPreparation>(provider => provider.GetRequiredService<StandingAccounts>());
        services.AddScoped<IDemoSeed, DemoApplications>();
        services.AddSingleton(new NavigationItem("工作台", "/", "", 1, me => me.IsSignedIn));
        services.AddSingleton(new NavigationItem("注册申请", "/registration/applications", "申请与审批", 20, _ => true));
        services.AddSingleton(new NavigationItem("账号台账", "/ledger/accounts", "台账", 40, _ => true));
        services.AddSingleton(new NavigationItem("这是我行的吗", "/ledger/verify", "台账", 42, _ => true));
        services.AddSingleton(new NavigationItem("规划", "/plans", "台账", 45, _ => true));
        return services;
    }

    public static void MapRegistrationApi(this IEndpointRouteBuilder api)
    {
        RegistrationApi.Map(api);
        LedgerApi.Map(api);
    }

    private sealed class Model : IModelContribution
    {
        public void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(Model).Assembly);
    }
}
