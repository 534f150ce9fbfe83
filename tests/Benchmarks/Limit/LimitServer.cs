using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>
/// What the portal's answers would cost written by hand: bare Kestrel, prepared statements, bytes. It reads and writes the same
/// rows and gives the same answers, but knows no sign-in, no permission, no rule and no audit seal.
/// </summary>
internal static class LimitServer
{
    private static readonly ConcurrentBag<LimitConnection> Pool = [];

    /// <param name="database">The portal's SQLite file.</param>
    /// <param name="address">Where it listens.</param>
    /// <param name="pageFile">The portal's ledger page, whose frame is taken over.</param>
    public static async Task Run(string database, string address, string pageFile)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        var frame = await LedgerFrame.Of(pageFile);
        var app = builder.Build();
        app.Run(http => Answer(http, database, frame));
        await app.RunAsync();
    }

    private static async Task Answer(HttpContext http, string database, LedgerFrame frame)
    {
        var connection = Pool.TryTake(out var idle) ? idle : new(database);
        try
        {
            var path = http.Request.Path.Value!;
            var page = int.Parse(http.Request.Query[path.StartsWith("/api", StringComparison.Ordinal) ? "page" : "p"].FirstOrDefault("1")!, CultureInfo.InvariantCulture);
            switch (path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            {
                case ["ledger", "accounts"]:
                    http.Response.ContentType = "text/html; charset=utf-8";
                    connection.Ledger.Write(http.Response.BodyWriter, frame, page);
                    break;
                case [.., "applications"]:
                    http.Response.ContentType = "application/json; charset=utf-8";
                    connection.List.Write(http.Response.BodyWriter, http.Request.Query["state"].FirstOrDefault(), page);
                    break;
                case [.., var id, "submit"]:
                    http.Response.ContentType = "application/json; charset=utf-8";
                    await connection.Submission.Write(http, id);
                    break;
                case [.., var id]:
                    http.Response.ContentType = "application/json; charset=utf-8";
                    connection.Item.Write(http.Response.BodyWriter, id);
                    break;
            }
            await http.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            Pool.Add(connection);
        }
    }
}
