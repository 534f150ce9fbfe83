using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using WeChatBankGov.Benchmarks.Portal;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Benchmarks.Import;

/// <summary>A file of a million employees' accounts, from the upload to the last finding in the database, by the real program.</summary>
internal static class ImportBenchmark
{
    private const int Rows = 1_000_000;

    public static async Task Run()
    {
        Console.WriteLine($"Screening of {Rows:N0} employees' accounts, with upload, database and comparison");
        var program = PublishedPortal.Make();
        await Import(program, "员工账号.csv", Encoding.UTF8.GetBytes(string.Join('\n', AccountFiles.Many(Rows))));
        using var workbook = new MemoryStream();
        await new XlsxDownload("a.xlsx", "员工账号", AccountFiles.Many(Rows).Select(l => l.Split(',')).ToAsyncEnumerable()).Write(workbook, default);
        await Import(program, "员工账号.xlsx", workbook.ToArray());
    }

    private static async Task Import(string program, string name, byte[] file)
    {
        using var database = new TestDatabase();
        using var host = await ChildHost.Start(database.ConnectionString, program);
        using var handler = new GovClient(host.Address);
        await handler.SignIn("HZ1001");
        var idle = host.Memory;
        var clock = Stopwatch.StartNew();
        var id = (Guid)(await handler.Import(file, name)).Expect(HttpStatusCode.Created)["id"];
        var detail = await handler.Finished(id, seconds: 300);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name[name.IndexOf('.')..],-6} {file.Length / 1e6,5:F0} MB {clock.Elapsed.TotalSeconds,6:F1} s   memory at most {host.PeakMemory / 1e6:F0} MB ({idle / 1e6:F0} MB before)   {detail["findings"]} findings, {detail["advice"]} advices, {detail["badRows"]} bad rows"));
    }
}
