using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.Screening;

/// <summary>Employees' accounts: finding the bank's name where it must not be (article 6).</summary>
public static class ScreeningModule
{
    public static IServiceCollection AddScreening(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddModule(typeof(ScreeningModule));
        services.AddSingleton(ScreeningSettings.From(configuration));
        services.AddSingleton(new RuleSource(typeof(ScreeningRules)));
        foreach (var permission in ScreeningPermissions.All)
        {
            services.AddSingleton(permission);
        }
        services.AddSingleton<VocabularyShelf>();
        services.AddSingleton(new NavigationItem("查名称", "/screening/check", "个人账号排查", 60, user => user.Identity?.IsAuthenticated == true));
        return services;
    }

    public static void MapScreeningApi(this IEndpointRouteBuilder api) => ScreeningApi.Map(api);
}
