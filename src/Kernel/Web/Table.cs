using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Web;

/// <summary>One column of an exported list.</summary>
/// <param name="Heading">In Chinese.</param>
/// <param name="Value">Null for an empty cell.</param>
public sealed record Column<T>(string Heading, Func<T, string?> Value);

/// <summary>
/// A list to be exported: its columns, stated once for every format, and its rows as the database gives them. Nothing is gathered:
/// each row is sent when it comes, and all of them are.
/// </summary>
/// <param name="Title">In Chinese; names the file and the sheet.</param>
/// <param name="Cells">The cells of each row, the heading first.</param>
public sealed record Table(string Title, IAsyncEnumerable<string?[]> Cells)
{
    /// <param name="title">In Chinese, fit for a file's name and a sheet's.</param>
    /// <param name="columns">In order.</param>
    /// <param name="contexts">Rows are read while they are sent, in a context of their own: the request's is done by then.</param>
    /// <param name="rows">The list as it is filtered and sorted, all of it.</param>
    public static Table Of<T>(
        string title, IReadOnlyList<Column<T>> columns, IDbContextFactory<GovDbContext> contexts, Func<GovDbContext, IQueryable<T>> rows) =>
        new(title, Lines(columns, contexts, rows));

    /// <summary>The file, named after the list and the day.</summary>
    /// <param name="format">xlsx, a workbook; anything else is CSV, UTF-8.</param>
    /// <param name="today">The Beijing day.</param>
    public TableDownload As(string? format, DateOnly today)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Title}-{today:yyyyMMdd}");
        return format == "xlsx"
            ? new(new XlsxDownload(name + ".xlsx", Title, Cells).ExecuteAsync)
            : new(new CsvDownload(name + ".csv", Cells.Select(cells => Csv.Row(cells))).ExecuteAsync);
    }

    /// <summary>A day as spreadsheets read it; null for none.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A UTC moment by Beijing's clock; null for none.</summary>
    public static string? Moment(DateTime? utc) =>
        utc is { } at ? BeijingTime.ToBeijing(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : null;

    /// <summary>What was exported, for the audit trail: the filters that were given, or 全部.</summary>
    public static string Range(params ReadOnlySpan<(string Name, string? Value)> filters)
    {
        var said = new List<string>();
        foreach (var (name, value) in filters)
        {
            if (value?.Trim() is { Length: > 0 } given)
            {
                said.Add($"{name} {(given.Length <= 60 ? given : given[..60] + "…")}");
            }
        }
        return "范围：" + (said.Count == 0 ? "全部" : string.Join("，", said));
    }

    private static async IAsyncEnumerable<string?[]> Lines<T>(
        IReadOnlyList<Column<T>> columns, IDbContextFactory<GovDbContext> contexts, Func<GovDbContext, IQueryable<T>> rows,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        yield return [.. columns.Select(c => c.Heading)];
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await foreach (var row in rows(db).AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return [.. columns.Select(c => c.Value(row))];
        }
    }
}

/// <summary>Sends a table; the same for a page and for the API.</summary>
public sealed class TableDownload(Func<HttpContext, Task> send) : IResult, IActionResult
{
    public Task ExecuteAsync(HttpContext httpContext) => send(httpContext);

    public Task ExecuteResultAsync(ActionContext context) => send(context.HttpContext);
}
