using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Web;
using Xunit.Abstractions;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>
/// A file is screened by the real program, killed halfway, started again. <c>SCREENING_ROWS</c> (300,000 when it is not set) says how
/// many rows: with 1,000,000 the output is the measurement that docs/operations.md quotes.
/// </summary>
public sealed class KilledProcessTests(ITestOutputHelper output) : IDisposable
{
    private static readonly int RowCount = int.Parse(Environment.GetEnvironmentVariable("SCREENING_ROWS") ?? "300000", CultureInfo.InvariantCulture);

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_file_goes_on_where_it_stood_and_ends_as_if_nothing_had_happened()
    {
        var file = File();
        Guid id;
        int before;
        using (var first = await ChildHost.Start(_database.ConnectionString))
        {
            using var handler = await SignedIn(first);
            // Once through everything with one row, so that the question below is answered at once and not after half the file.
            await handler.Screened(AccountFiles.Csv("E1,甲,330106,公众号,农行甲,,"));
            id = (Guid)(await handler.Import(file)).Expect(HttpStatusCode.Created)["id"];
            while ((before = (int)(await handler.Get($"screening/files/{id}"))["rows"]) == 0)
            {
                await Task.Delay(1);
            }
            await first.Kill();
        }
        before.ShouldBeLessThan(RowCount, "killed too late to prove anything");

        using var second = await ChildHost.Start(_database.ConnectionString);
        using var again = await SignedIn(second);
        var resumed = await again.Finished(id, seconds: 180);
        Expected(resumed);
        output.WriteLine($"Killed after {before:N0} of {RowCount:N0} rows; went on to the end.");

        var idle = second.PeakMemory;
        // The same file once more, without a kill: nothing new, nothing gone.
        var clock = Stopwatch.StartNew();
        var whole = (Guid)(await again.Import(file)).Expect(HttpStatusCode.Created)["id"];
        var uploaded = clock.Elapsed;
        var detail = await again.Finished(whole, seconds: 300);
        output.WriteLine($"CSV, {file.Length / 1e6:N0} MB, {RowCount:N0} rows: upload {uploaded.TotalSeconds:N1} s, "
            + $"screened and compared after {clock.Elapsed.TotalSeconds:N1} s, peak memory of the process {second.PeakMemory / 1e6:N0} MB "
            + $"({idle / 1e6:N0} MB after the resumed run)");
        Expected(detail);
        // The clock of this process is the machine's: the rate can be seen, in the answer and on the page.
        ((double)detail["rowsPerSecond"]).ShouldBeGreaterThan(100);
        (await again.Get($"/screening/files/{whole}")).Expect(HttpStatusCode.OK).Text.ShouldMatch("每秒 [1-9][0-9,]* 行");
        ((int)detail["new"], (int)detail["gone"], (int)detail["still"])
            .ShouldBe((0, 0, (int)resumed["findings"] + (int)resumed["advice"]));
    }

    [Fact]
    public async Task A_workbook_of_the_same_rows_comes_to_the_same()
    {
        using var host = await ChildHost.Start(_database.ConnectionString);
        using var handler = await SignedIn(host);
        using var workbook = new MemoryStream();
        await new XlsxDownload("a.xlsx", "员工账号", AccountFiles.Many(RowCount).Select(l => l.Split(',')).ToAsyncEnumerable()).Write(workbook, default);
        var clock = Stopwatch.StartNew();
        var id = (Guid)(await handler.Import(workbook.ToArray(), "员工账号.xlsx")).Expect(HttpStatusCode.Created)["id"];
        Expected(await handler.Finished(id, seconds: 300));
        output.WriteLine($"XLSX, {workbook.Length / 1e6:N0} MB, {RowCount:N0} rows: {clock.Elapsed.TotalSeconds:N1} s with the upload, "
            + $"peak memory of the process {host.PeakMemory / 1e6:N0} MB");
    }

    private static void Expected(Answer detail)
    {
        ((string)detail["state"]!).ShouldBe("Completed", (string?)detail["problem"]);
        ((int)detail["rows"], (int)detail["findings"], (int)detail["advice"], (int)detail["badRows"])
            .ShouldBe((RowCount, Count(100, 7), Count(200, 3), Count(1000, 11)));
    }

    private static byte[] File() => Encoding.UTF8.GetBytes(string.Join('\n', AccountFiles.Many(RowCount)));

    /// <summary>How many of the rows have the remainder.</summary>
    private static int Count(int divisor, int remainder) => Enumerable.Range(0, RowCount).Count(i => i % divisor == remainder);

    private static async Task<GovClient> SignedIn(ChildHost host)
    {
        var client = new GovClient(host.Address);
        await client.SignIn("HZ1001");
        return client;
    }
}
