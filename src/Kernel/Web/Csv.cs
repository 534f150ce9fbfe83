using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace WeChatBankGov.Kernel.Web;

/// <summary>Cells of a CSV file that spreadsheets open as text, whatever somebody typed into them.</summary>
public static class Csv
{
    // A cell that starts like this is a formula to Excel and WPS; the full-width signs are too in a Chinese one.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>One line, its end included. Every cell is quoted; one that looks like a formula gets an apostrophe before it.</summary>
    public static string Row(params ReadOnlySpan<string?> cells)
    {
        var row = new StringBuilder();
        foreach (var cell in cells)
        {
            row.Append(row.Length == 0 ? "\"" : ",\"");
            if (cell is { Length: > 0 } && FormulaStarts.Contains(cell.TrimStart(' ').FirstOrDefault(), StringComparison.Ordinal))
            {
                row.Append('\'');
            }
            row.Append(cell?.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        return row.Append("\r\n").ToString();
    }
}

/// <summary>Sends a CSV file line by line as the database gives them: UTF-8 with the mark that makes Excel read it as such.</summary>
/// <param name="fileName">With its ending, in Chinese.</param>
/// <param name="rows">Lines made by <see cref="Csv.Row"/>, the heading first.</param>
public sealed class CsvDownload(string fileName, IAsyncEnumerable<string> rows) : IResult, IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        var response = httpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 16384, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(httpContext.RequestAborted))
        {
            await writer.WriteAsync(row);
        }
    }
}
