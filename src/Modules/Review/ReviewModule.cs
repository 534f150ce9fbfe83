using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review;

/// <summary>The review of visual identity (articles 4 and 9). Knows no feature.</summary>
public static class ReviewModule
{
    public static IServiceCollection AddReview(this IServiceCollection services)
    {
        services.AddModule(typeof(ReviewModule));
        services.AddSingleton<IModelContribution, Model>();
        services.AddSingleton(new RuleSource(typeof(ReviewRules)));
        foreach (var permission in ReviewPermissions.All)
        {
            services.AddSingleton(permission);
        }
        services.AddScoped<IReviews, Reviews>();
        services.AddSingleton<IContributions, ReviewContributions>();
        services.AddScoped<ReviewVisibility>();
        services.AddScoped<IRecordVisibility>(provider => provider.GetRequiredService<ReviewVisibility>());
        services.AddSingleton(new NavigationItem("形象设计审核", "/reviews", "申请与审批", 30,
            ReviewPermissions.MayRead));
        return services;
    }

    public static void MapReviewApi(this IEndpointRouteBuilder api) => ReviewApi.Map(api);

    private sealed class Model : IModelContribution
    {
        public void Configure(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(Model).Assembly);
    }
}
