using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using WeChatBankGov.Benchmarks.Limit;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.Benchmarks.Portal;

/// <summary>
/// The portal as it runs beside <see cref="LimitServer"/>, over one database, under one client, in turns: what the house costs on
/// top of what the database and HTTP cost anyhow.
/// </summary>
internal sealed partial class PortalBenchmark(ChildHost portal, Uri limit, GovClient handler, PortalData data)
{
    private const int Applications = 100_000;
    private const int Rounds = 3;
    private const int MostWarmUps = 8;

    private int _nextDraft;

    public static async Task Run(string executable)
    {
        Console.WriteLine($"Portal over {Applications:N0} applications");
        var app = new GovApp();
        await app.InitializeAsync();
        var data = new PortalData(app.Services);
        try
        {
            await data.Fill(Applications, await app.UnifiedPlan());
            Console.WriteLine(await QueriesPerPage.Count(app, data));
            await Beside(executable, PublishedPortal.Make(), app.ConnectionString, data);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static async Task Beside(string executable, string program, string connectionString, PortalData data)
    {
        using var portal = await ChildHost.Start(connectionString, program);
        var starts = new List<TimeSpan>();
        for (var i = 0; i < Rounds; i++)
        {
            using var another = await ChildHost.Start(connectionString, program);
            starts.Add(another.FirstPageAfter);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"start to first page: {starts.Order().ElementAt(Rounds / 2).TotalSeconds:F2} s"));
        using var handler = new GovClient(portal.Address);
        await handler.SignIn("HQ1001");
        var pageFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(pageFile, (await handler.Get("/ledger/accounts")).Expect(HttpStatusCode.OK).Text);
        var address = new Uri("http://127.0.0.1:" + (portal.Address.Port + 1));
        using var limit = Process.Start(new ProcessStartInfo(executable) { ArgumentList = { "limit", FileOf(connectionString), address.ToString(), pageFile } })!;
        try
        {
            await ChildHost.FirstAnswer(limit, address);
            await new PortalBenchmark(portal, address, handler, data).Measure();
        }
        finally
        {
            limit.Kill();
            File.Delete(pageFile);
        }
    }

    private async Task Measure()
    {
        string[] lists = [.. Enumerable.Range(1, 5).Select(p => $"?page={p}"), .. Enumerable.Range(1, 5).Select(p => $"?state=Approved&page={p}")];
        Console.WriteLine($"{"",-28}{"portal/s",10}{"limit/s",10}{"ratio",8}{"p99 ms",9}{"limit",8}{"CPU µs",9}");
        await Compare("list as JSON", 6_000, i => $"/api/v1/registration/applications{lists[i % lists.Length]}", SameJson);
        await Compare("one item as JSON", 6_000, i => $"/api/v1/registration/applications/{data.Approved[i * 97 % data.Approved.Count]}", SameJson);
        await Compare("ledger page, signed in", 4_000, i => $"/ledger/accounts?p={1 + i % 5}", SameRows);
        CompareSubmissions(800);
        Console.WriteLine($"memory of the portal: {portal.Memory >> 20} MB, at most {portal.PeakMemory >> 20} MB");
    }

    private async Task Compare(string what, int count, Func<int, string> path, Action<string, string> same)
    {
        using var client = new HttpClient { BaseAddress = limit };
        foreach (var i in (int[])[0, 3, 7])
        {
            same((await handler.Get(path(i))).Text, await client.GetStringAsync(path(i)));
        }
        byte[][] requests = [.. Enumerable.Range(0, 500).Select(i => Load.Request("GET", path(i), handler.SessionHeaders))];
        Report(what, count, i => requests[i % requests.Length]);
    }

    private void CompareSubmissions(int count) => Report("submission", count, _ =>
    {
        var draft = data.Drafts[Interlocked.Increment(ref _nextDraft)];
        return Load.Request("POST", $"/api/v1/registration/applications/{draft}/submit", handler.SessionHeaders, "{\"version\":6}");
    });

    private void Report(string what, int count, Func<int, byte[]> request)
    {
        WarmUp(limit, request, count);
        WarmUp(portal.Address, request, count);
        List<LoadResult> ours = [], limits = [];
        var before = portal.ProcessorTime;
        for (var round = 0; round < Rounds; round++)
        {
            limits.Add(Load.Send(limit, request, count));
            ours.Add(Load.Send(portal.Address, request, count));
        }
        var processor = (portal.ProcessorTime - before) / (Rounds * count);
        var (our, best) = (Median(ours), Median(limits));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-28}{our.PerSecond,10:N0}{best.PerSecond,10:N0}{our.PerSecond / best.PerSecond,8:F2}{our.P99.TotalMilliseconds,9:F1}{best.P99.TotalMilliseconds,8:F1}{processor.TotalMicroseconds,9:F0}"));
    }

    /// <summary>Until it gets no faster: the compiler has seen what runs often.</summary>
    private static void WarmUp(Uri server, Func<int, byte[]> request, int count)
    {
        var (best, idle) = (0.0, 0);
        for (var i = 0; i < MostWarmUps && idle < 3; i++)
        {
            var now = Load.Send(server, request, count).PerSecond;
            idle = now < best * 1.05 ? idle + 1 : 0;
            best = Math.Max(best, now);
        }
    }

    private static LoadResult Median(List<LoadResult> results) => results.OrderBy(r => r.PerSecond).ElementAt(results.Count / 2);

    private static void SameJson(string ours, string limits)
    {
        if (!JsonNode.DeepEquals(JsonNode.Parse(ours), JsonNode.Parse(limits)))
        {
            throw new InvalidOperationException($"The answers differ:\n{ours}\n{limits}");
        }
    }

    private static void SameRows(string ours, string limits)
    {
        var (rows, limitRows) = (Rows(ours), Rows(limits));
        if (rows != limitRows)
        {
            throw new InvalidOperationException($"The rows differ:\n{rows}\n{limitRows}");
        }
    }

    private static string Rows(string page) => Blanks().Replace(TableBody().Match(page).Value, "");

    private static string FileOf(string connectionString) => new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(connectionString).DataSource;

    [GeneratedRegex("<tbody>.*</tbody>", RegexOptions.Singleline)]
    private static partial Regex TableBody();

    [GeneratedRegex(@"(?<=>)\s+|\s+(?=<)")]
    private static partial Regex Blanks();
}
