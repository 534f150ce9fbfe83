using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>Lists leave the portal exactly as they are filtered and sorted, whole, in both formats, as pages and over REST.</summary>
public sealed class ExportTests(GovApp app) : IAsyncLifetime, IClassFixture<GovApp>
{
    private static bool _made;

    public async Task InitializeAsync()
    {
        if (_made)
        {
            return;
        }
        _made = true;
        var (handler, office, head) = (await app.As("ZJ1001"), await app.As("ZJ2001"), await app.As("HQ1002"));
        (await head.Post("plans", new { title = "=SUM(1)，\"旧\"规划", effectiveFrom = "2025-01-01", effectiveTo = "2025-12-31" })).Expect(HttpStatusCode.Created);
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await office.Judge(id)).Expect(HttpStatusCode.OK);
        (await head.Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        for (var i = 0; i < 3; i++)
        {
            (await (await app.As("HQ1001")).Post(Applications.Root, new { accountForm = "ServiceAccount" })).Expect(HttpStatusCode.Created);
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The list, the page that exports the same, what is asked of both, the field and the column that show one row is the other.</summary>
    [Theory]
    [InlineData("registration/applications", "/registration/applications", "sort=-updatedAt", "institutionName", "申请机构", "导出注册申请", "全部")]
    [InlineData("registration/applications", "/registration/applications", "state=Draft", "institutionName", "申请机构", "导出注册申请", "状态 草稿")]
    [InlineData("ledger/accounts", "/ledger/accounts", "sort=-name", "name", "账号名称", "导出账号台账", "全部")]
    [InlineData("ledger/accounts", "/ledger/accounts", "state=Standing", "name", "账号名称", "导出账号台账", "状态 现有账号")]
    [InlineData("reviews", "/reviews", "sort=opened", "title", "事项", "导出形象设计审核", "全部")]
    [InlineData("plans", "/plans", "", "title", "规划名称", "导出规划", "全部")]
    [InlineData("plans", "/plans", "inForce=true", "title", "规划名称", "导出规划", "效力 现行有效")]
    [InlineData("organisation/institutions", "/organisation/institutions", "sort=-code", "code", "机构代码", "导出机构名录", "全部")]
    [InlineData("organisation/institutions", "/organisation/institutions", "level=Tier2Branch", "code", "机构代码", "导出机构名录", "层级 二级分行")]
    public async Task The_export_is_the_whole_list_in_its_order(
        string list, string page, string query, string field, string column, string title, string range)
    {
        var person = await app.As("HQ1002");
        var expected = await All(person, list, query, field);
        expected.ShouldNotBeEmpty();
        var before = await Entries();
        string[] addresses = [$"{list}/export?{query}", $"{page}?handler=Export&{query}"];
        foreach (var address in addresses)
        {
            var csv = await person.Get($"{address}&format=csv");
            csv.Expect(HttpStatusCode.OK).ContentHeaders.ContentType!.MediaType.ShouldBe("text/csv");
            Column(Csv(csv.Text), column).ShouldBe(expected);
            var xlsx = await person.Download($"{address}&format=xlsx");
            xlsx.Type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            Column(Xlsx(xlsx.Bytes), column).ShouldBe(expected);
            Csv(csv.Text)[0].ShouldBe(Xlsx(xlsx.Bytes)[0]);
        }
        var entries = await Entries();
        (entries.Count - before.Count).ShouldBe(4);
        entries.Except(before).ShouldAllBe(e => e.EndsWith($"范围：{range}", StringComparison.Ordinal));

        Task<List<string>> Entries() => app.WithDb(db => db.Set<AuditEntry>().Where(e => e.Title == title && e.Result == AuditResult.Done)
            .Select(e => e.Id + " " + e.Detail).ToListAsync());
    }

    [Fact]
    public async Task The_audit_trail_is_exported_in_both_formats_as_it_is_filtered()
    {
        var auditor = await app.As("HQ9001");
        const string filter = "/audit?handler=Export&what=发布规划";
        var csv = Csv((await auditor.Get(filter + "&format=csv")).Expect(HttpStatusCode.OK).Text);
        var xlsx = await auditor.Download(filter + "&format=xlsx");
        xlsx.Type.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Column(csv, "操作").ShouldNotBeEmpty();
        Column(csv, "操作").ShouldAllBe(title => title == "发布规划");
        Xlsx(xlsx.Bytes).ShouldBe(csv);
        (await auditor.Get("/audit?what=发布规划")).Text.ShouldContain("format=xlsx");
    }

    [Fact]
    public async Task A_text_that_looks_like_a_formula_is_text_in_both_formats()
    {
        var person = await app.As("HQ1002");
        (await person.Get("plans/export")).Text.ShouldContain("\"'=SUM(1)，\"\"旧\"\"规划\"");
        Column(Xlsx((await person.Download("plans/export?format=xlsx")).Bytes), "规划名称").ShouldContain("=SUM(1)，\"旧\"规划");
    }

    [Fact]
    public async Task An_export_holds_only_what_the_person_may_see_and_another_format_is_refused()
    {
        Column(Csv((await (await app.As("SH1001")).Get("registration/applications/export")).Text), "申请机构").ShouldBeEmpty();
        Column(Csv((await (await app.As("ZJ1001")).Get("registration/applications/export")).Text), "申请机构").ShouldBe(["浙江省分行"]);
        ((string?)(await (await app.As("ZJ1001")).Get("plans/export?format=pdf")).Expect(HttpStatusCode.BadRequest)["breaches"][0]!["field"]).ShouldBe("format");
        using var script = await app.AsClient("ledger.read");
        (await script.Get("ledger/accounts/export")).Expect(HttpStatusCode.OK);
        (await script.Get("registration/applications/export")).Expect(HttpStatusCode.Forbidden);
    }

    /// <summary>Every page of the list.</summary>
    private static async Task<List<string>> All(GovClient person, string list, string query, string field)
    {
        var all = new List<string>();
        for (var page = 1; ; page++)
        {
            var items = (await person.Get($"{list}?{query}&page={page}&pageSize=20")).Expect(HttpStatusCode.OK)["items"].AsArray();
            all.AddRange(items.Select(i => (string)i![field]!));
            if (items.Count < 20)
            {
                return all;
            }
        }
    }

    private static List<string> Column(List<string[]> table, string heading) => [.. table.Skip(1).Select(row => row[Array.IndexOf(table[0], heading)])];

    /// <summary>Every cell is quoted; the apostrophe before what looks like a formula is not the text's.</summary>
    private static List<string[]> Csv(string text) =>
    [
        .. text.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => Regex.Matches(line, "\"((?:[^\"]|\"\")*)\"")
            .Select(m => m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).Select(c => c.StartsWith("'=", StringComparison.Ordinal) ? c[1..] : c).ToArray()),
    ];

    private static List<string[]> Xlsx(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var main = XNamespace.Get("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
        return [.. XDocument.Load(sheet).Descendants(main + "row").Select(row => row.Elements(main + "c").Select(c => c.Value).ToArray())];
    }
}
