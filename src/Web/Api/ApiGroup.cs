using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using WeChatBankGov.Approval;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation;
using WeChatBankGov.Registration;
using WeChatBankGov.Review;
using WeChatBankGov.Screening;

namespace WeChatBankGov.Web.Api;

/// <summary>Everything below <c>/api/v1</c>.</summary>
internal static class ApiGroup
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("/api/v1").RequireAuthorization().AddEndpointFilter(RequireAntiforgery).DisableAntiforgery()
            .AddEndpointFilterFactory(RequireReadableValues)
            .Refuses(StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound);
        api.MapGet("/antiforgery-token", (HttpContext http, IAntiforgery antiforgery) => Token(antiforgery.GetAndStoreTokens(http)))
            .WithTags("Sign-in")
            .WithSummary("以登录会话调用写接口时需要的防伪令牌：放在返回的请求头里一并提交。")
            .Produces<AntiforgeryAnswer>();
        api.MapKernelApi();
        api.MapOrganisationApi();
        api.MapApprovalApi();
        api.MapRegistrationApi();
        api.MapReviewApi();
        api.MapScreeningApi();
    }

    /// <summary>A cookie is sent by the browser whoever asks it to, a bearer token is not: only the cookie needs the token beside it.</summary>
    private static async ValueTask<object?> RequireAntiforgery(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var isSafe = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (!isSafe && http.User.FindFirstValue(GovClaims.Client) is null
            && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
        {
            return Problems.Of(StatusCodes.Status400BadRequest,
                "缺少或已失效的防伪令牌：先取 /api/v1/antiforgery-token，再把令牌放在请求头 RequestVerificationToken 中。");
        }
        return await next(context);
    }

    /// <summary>
    /// A number is read as a choice although no choice has it, which would be a filter by something that doesn't exist; and
    /// what can't be read at all is left null by the generated binding, which says 400 and not of which parameter.
    /// </summary>
    private static EndpointFilterDelegate RequireReadableValues(EndpointFilterFactoryContext factory, EndpointFilterDelegate next)
    {
        var values = factory.MethodInfo.GetParameters()
            .Select((p, index) => (p.Name, Index: index, Type: Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType))
            .Where(p => p.Type.IsValueType && p.Type != typeof(CancellationToken)).ToList();
        return values.Count == 0 ? next : context =>
        {
            var query = context.HttpContext.Request.Query;
            foreach (var (name, index, type) in values)
            {
                if (context.Arguments[index] is { } given ? type.IsEnum && !Enum.IsDefined(type, given) : query.TryGetValue(name!, out var text) && text != "")
                {
                    return ValueTask.FromResult<object?>(Problems.Of(Outcome.Shape(name, $"参数 {name} {WireTypes.Expected(type)}。")));
                }
            }
            return next(context);
        };
    }

    private static AntiforgeryAnswer Token(AntiforgeryTokenSet tokens) => new(tokens.HeaderName!, tokens.RequestToken!);

    /// <summary>The header to send on unsafe calls, and its value.</summary>
    internal sealed record AntiforgeryAnswer(string Header, string Token);
}
