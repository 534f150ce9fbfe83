using Microsoft.AspNetCore.Diagnostics;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Web.Api;

namespace WeChatBankGov.Web.Start;

/// <summary>What a caller sees of an error: a page in the portal, a problem below <c>/api</c> and <c>/connect</c>.</summary>
internal static class ErrorAnswers
{
    public static Task Status(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return IsApi(http)
            ? Problem(http).ExecuteAsync(http)
            : Reexecute(context);
    }

    public static async Task Fault(HttpContext http)
    {
        http.Response.StatusCode = http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;
        if (IsApi(http))
        {
            await Problem(http).ExecuteAsync(http);
        }
    }

    private static IResult Problem(HttpContext http) =>
        Problems.Of(http.Response.StatusCode, BodyAnswers.Of(http, http.Response.StatusCode));

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/connect");

    /// <summary>Runs the pipeline again for the error page, under the same address.</summary>
    private static async Task Reexecute(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var (path, query, method, type) = (http.Request.Path, http.Request.QueryString, http.Request.Method, http.Request.ContentType);
        var status = http.Response.StatusCode;
        try
        {
            http.Request.Path = $"/error/{status}";
            http.Request.QueryString = QueryString.Empty;
            http.Request.Method = HttpMethods.Get;
            // The error page reads no form, least of all one that was declined for its size.
            http.Request.ContentType = null;
            http.SetEndpoint(null);
            http.Request.RouteValues.Clear();
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method, http.Request.ContentType) = (path, query, method, type);
        }
    }
}
