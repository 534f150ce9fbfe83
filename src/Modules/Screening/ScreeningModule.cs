using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Seeding;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Cases;
using WeChatBankGov.Screening.Import;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Screening.Vocabulary;
using WeChatBankGov.Screening.Watch;

namespace WeChatBankGov.Screening;

/// <summary>Employees' accounts: finding the bank's name where it must not be (article 6).</summary>
public static class ScreeningModule
{
    public static IServiceCollection AddScreening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule(typeof(ScreeningModule));
        services.AddSingleton(ScreeningSettings.From(configuration));
        services.AddSingleton(new RuleSource(typeof(ScreeningRules)));
        services.AddSingleton(new RuleSource(typeof(RectificationRules)));
        foreach (var permission in ScreeningPermissions.All)
        {
            services.AddSingleton(permission);
        }
        services.AddSingleton<IModelContribution, Model>();
        services.AddSingleton<VocabularyShelf>();
        services.AddSingleton<FileVault>();
        services.AddSingleton<FileScreening>();
        services.AddSingleton<FileRetention>();
        services.AddSingleton<WorkSignal>();
        services.AddScoped<FileCompletion>();
        services.AddScoped<FileReception>();
        services.AddHostedService<ScreeningWorker>();
        services.AddSingleton<ChangePreview>();
        services.AddScoped<IPreparation, VocabularySeed>();
        services.AddSingleton(new NavigationItem("字样与例外", "/screening/terms", "个人账号排查", 63,
            ScreeningPermissions.MayReadTerms));
        services.AddScoped<CaseNews>();
        services.AddSingleton<CasePass>();
        services.AddHostedService<CaseWatch>();
        services.AddScoped<IRecordVisibility, CaseRecordVisibility>();
        services.AddScoped<IRecordVisibility, FindingRecordVisibility>();
        services.AddSingleton(new NavigationItem("整改", "/screening/cases", "个人账号排查", 62,
            ScreeningPermissions.MayReadCases));
        services.AddSingleton(new NavigationItem("排查文件", "/screening/files", "个人账号排查", 61,
            ScreeningPermissions.MayRead));
        services.AddSingleton(new NavigationItem("查名称", "/screening/check", "个人账号排查", 60, me => me.IsSignedIn));
        return services;
    }

    public static void MapScreeningApi(this IEndpointRouteBuilder api) => ScreeningApi.Map(api);

    private sealed class Model : IModelContribution
    {
        public void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(Model).Assembly);
    }
}
