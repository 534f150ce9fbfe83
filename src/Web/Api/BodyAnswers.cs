using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Web.Api;

/// <summary>What would be taken in instead, for a body that is too large or of another type.</summary>
internal static class BodyAnswers
{
    /// <summary>
    /// Declines what says of itself that it is too large. Left to whoever reads it, a page would take it for a form without its
    /// token, or for one with nothing filled in. After routing, which knows what the address takes.
    /// </summary>
    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // The page that says so runs on the same request.
        if (!(http.Request.ContentLength > Most(http)) || http.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
            || http.GetEndpoint()?.Metadata.GetMetadata<AnswersTooLargeAttribute>() is not null)
        {
            return next(http);
        }
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>Null when the status is about something else.</summary>
    public static string? Of(HttpContext http, int status) => status switch
    {
        StatusCodes.Status413PayloadTooLarge when Limit(http) is { } limit => $"请求的内容连同附件超过了 {limit} 的上限，没有保存。请压缩或拆分后再提交。",
        StatusCodes.Status415UnsupportedMediaType when Accepted(http) is { Count: > 0 } types =>
            $"{Sent(http)}请以 {string.Join(" 或 ", types)} 提交。",
        _ => null,
    };

    /// <summary>128 MB; null when nothing limits the request. Read from the request itself, for some addresses take more than others.</summary>
    public static string? Limit(HttpContext http) =>
        Most(http) is { } bytes ? $"{bytes / 1048576d:0.#} MB" : null;

    private static long? Most(HttpContext http) => http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    private static string Sent(HttpContext http) =>
        http.Request.ContentType is not { Length: > 0 } type ? "请求没有注明内容类型（Content-Type）。"
        : $"这个接口不接受 {(type.Length <= 60 ? type : type[..60] + "…")}。";

    /// <summary>
    /// The router has put an endpoint of its own in the place of the one that declined the type, so it is looked up once more:
    /// of several that fit the address, the most literal, as the router would have it.
    /// </summary>
    private static IReadOnlyList<string> Accepted(HttpContext http) =>
        http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(http.Request.Method) is true)
            .OrderBy(e => e.RoutePattern.InboundPrecedence)
            .FirstOrDefault(e => new TemplateMatcher(TemplateParser.Parse(e.RoutePattern.RawText!), []).TryMatch(http.Request.Path, []))
            ?.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? [];
}
