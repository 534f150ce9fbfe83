using Microsoft.AspNetCore.Diagnostics;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Web.Start;

/// <summary>What a caller sees of an error: a page in the portal, a problem below <c>/api</c> and <c>/connect</c>.</summary>
internal static class ErrorAnswers
{
    public static Task Status(StatusCodeContext context)
    {
        var http = context.HttpContext;
        return IsApi(http)
            ? Problems.Of(http.Response.StatusCode).ExecuteAsync(http)
            : Reexecute(context);
    }

    public static async Task Fault(HttpContext http)
    {
        http.Response.StatusCode = http.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
            ? bad.StatusCode
            : StatusCodes.Status500InternalServerError;
        if (IsApi(http))
        {
            await Problems.Of(http.Response.StatusCode).ExecuteAsync(http);
        }
    }

    private static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/connect");

    /// <summary>Runs the pipeline again for the error page, under the same address.</summary>
    private static async Task Reexecute(StatusCodeContext context)
    {
        var http = context.HttpContext;
        var (path, query, method) = (http.Request.Path, http.Request.QueryString, http.Request.Method);
        var status = http.Response.StatusCode;
        try
        {
            http.Request.Path = $"/error/{status}";
            http.Request.QueryString = QueryString.Empty;
            http.Request.Method = HttpMethods.Get;
            http.SetEndpoint(null);
            http.Request.RouteValues.Clear();
            await context.Next(http);
        }
        finally
        {
            (http.Request.Path, http.Request.QueryString, http.Request.Method) = (path, query, method);
        }
    }
}
