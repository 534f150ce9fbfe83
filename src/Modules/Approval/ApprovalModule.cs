using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Approval.Cases;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Approval.Inbox;
using WeChatBankGov.Approval.Steps;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval;

/// <summary>Decisions of the head office, the inbox and the timeline (articles 7 and 10). Knows no feature.</summary>
public static class ApprovalModule
{
    public static IServiceCollection AddApproval(this IServiceCollection services)
    {
        services.AddModule(typeof(ApprovalModule));
        services.AddSingleton<IModelContribution, Model>();
        services.AddSingleton(new RuleSource(typeof(ApprovalRules)));
        foreach (var permission in ApprovalPermissionList.All)
        {
            services.AddSingleton(permission);
        }
        services.AddSingleton<IContributions, ApprovalContributions>();
        services.AddSingleton<InboxItems>();
        services.AddScoped<WorkItems>();
        services.AddScoped<IWorkItems>(provider => provider.GetRequiredService<WorkItems>());
        services.AddScoped<IApprovals, Approvals>();
        services.AddSingleton<TimelineSteps>();
        services.AddScoped<ITimeline, Timeline>();
        services.AddScoped<ApprovalVisibility>();
        services.AddScoped<IRecordVisibility>(provider => provider.GetRequiredService<ApprovalVisibility>());
        services.AddSingleton(new NavigationItem("待办", "/inbox", "", 10, me => me.IsSignedIn)
        {
            Badge = CountMine,
        });
        return services;
    }

    public static void MapApprovalApi(this IEndpointRouteBuilder api) => ApprovalApi.Map(api);

    private static async ValueTask<int> CountMine(HttpContext http) =>
        await http.RequestServices.GetRequiredService<IWorkItems>().CountMine(http.RequestAborted);

    private sealed class Model : IModelContribution
    {
        public void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(Model).Assembly);
    }
}
