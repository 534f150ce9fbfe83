using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace WeChatBankGov.Kernel.Files;

/// <summary>
/// Sends a stored file, from a page's handler as from an endpoint. The caller has checked the permission of the record that
/// the file belongs to. Pictures, which we have drawn ourselves, show in the page unless they are asked for to be saved;
/// everything else is saved. 404 when the store has no such content.
/// </summary>
/// <param name="sha256">The address that the record holds.</param>
/// <param name="fileName">The name that the record holds.</param>
/// <param name="asAttachment">To be saved, also when it is a picture.</param>
public sealed class FileDownload(string sha256, string fileName, bool asAttachment = false) : IResult, IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var store = httpContext.RequestServices.GetRequiredService<FileStore>();
        var cancel = httpContext.RequestAborted;
        if (await store.Find(sha256, cancel) is not { } content)
        {
            httpContext.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var isPicture = content.Width is not null;
        WriteHeaders(httpContext.Response, isPicture);
        var tag = new EntityTagHeaderValue($"\"{sha256}\"");
        httpContext.Response.GetTypedHeaders().ETag = tag;
        if (httpContext.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Compare(tag, useStrongComparison: false) || t == EntityTagHeaderValue.Any))
        {
            httpContext.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        httpContext.Response.ContentType = content.ContentType;
        httpContext.Response.ContentLength = content.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method)
            && await store.OpenRead(sha256, cancel) is { } stream)
        {
            await using (stream)
            {
                await stream.CopyToAsync(httpContext.Response.Body, cancel);
            }
        }
    }

    private void WriteHeaders(HttpResponse response, bool isPicture)
    {
        var disposition = new ContentDispositionHeaderValue(isPicture && !asAttachment ? "inline" : "attachment");
        disposition.SetHttpFileName(fileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        // A browser may keep it but asks before each use, so that the record's permission is asked each time, and a reviewer
        // who looks at the same three pictures all day is answered with 304 instead of megabytes.
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";
    }
}
