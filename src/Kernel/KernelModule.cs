using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel;

/// <summary>What every module stands on.</summary>
public static class KernelModule
{
    public static IServiceCollection AddKernel(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(configuration.GetSection("Bank").Get<BankOptions>() ?? new BankOptions());
        services.AddSingleton(GovSettings.From(configuration));
        services.AddSingleton(_ => new WorkCalendarSource());
        services.TryAddSingleton<IRuleSwitches, AllRulesOn>();
        services.AddHttpContextAccessor();
        services.AddScoped(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } http
            ? CurrentPerson.From(http.User)
            : CurrentPerson.System);

        services.AddSingleton(DatabaseOptions.From(configuration, contentRoot));
        services.AddSingleton<WriteGate>();
        services.AddPooledDbContextFactory<GovDbContext>(
            (provider, options) => provider.GetRequiredService<DatabaseOptions>().Configure(options), GovDbContext.MostPooled);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<GovDbContext>>().CreateDbContext());
        services.AddSingleton<Numbers>();
        services.AddScoped<FileIntake>();
        services.AddSingleton<FileStore>();

        services.AddSingleton<PermissionCatalogue>();
        foreach (var permission in (Permission[])[.. CommonPermissions.All, .. AuditPermissions.All, .. MeasuresPermissions.All])
        {
            services.AddSingleton(permission);
        }
        services.AddSingleton<RuleCatalogue>();
        services.AddScoped<RefusalCounts>();
        services.AddSingleton(new NavigationItem("管理办法", "/measures", "制度与资料", 800, me => me.Id != Guid.Empty));
        services.AddMemoryCache();
        services.AddSingleton<BadgeCounts>();
        services.AddScoped<AuditDraft>();
        services.AddSingleton<AuditSealer>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        services.AddScoped<INotices, NoticeBoard>();
        services.AddSingleton(new NavigationItem("通知", "/notices", "", 20, me => me.Id != Guid.Empty)
        {
            Badge = UnreadNotices,
        });
        services.AddSingleton(new NavigationItem("操作日志", "/audit", "系统管理", 900, AuditPermissions.MayRead));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(AuditBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        return services.AddModule(typeof(KernelModule));
    }

    /// <summary>The kernel's own endpoints below <c>/api/v1</c>.</summary>
    public static void MapKernelApi(this IEndpointRouteBuilder api)
    {
        AuditApi.Map(api);
        MeasuresApi.Map(api);
        NoticesApi.Map(api);
    }

    /// <summary>0 rather than a broken page when the count is refused.</summary>
    private static async ValueTask<int> UnreadNotices(HttpContext http)
    {
        var sender = http.RequestServices.GetRequiredService<ISender>();
        var outcome = await sender.Send(new CountUnreadNotices.Query(), http.RequestAborted);
        return outcome.Succeeded ? outcome.Value : 0;
    }

    /// <summary>Registers a module's handlers and validators, found in its assembly.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="module">Any type of the module's assembly.</param>
    public static IServiceCollection AddModule(this IServiceCollection services, Type module)
    {
        services.AddMediatR(mediatr => mediatr.RegisterServicesFromAssembly(module.Assembly));
        services.AddValidatorsFromAssembly(module.Assembly, includeInternalTypes: true);
        return services;
    }
}
