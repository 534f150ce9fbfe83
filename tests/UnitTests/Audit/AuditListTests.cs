using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.UnitTests.Web;

namespace WeChatBankGov.UnitTests.Audit;

public sealed class AuditListTests : IAsyncLifetime
{
    private static readonly Guid Record = Guid.NewGuid();

    private KernelHouse _house = null!;

    /// <summary>10:00, 23:59:59.999 and 00:00 of the next day in Beijing.</summary>
    public async Task InitializeAsync()
    {
        _house = await KernelHouse.Build();
        await _house.Send(new Try.Command("甲") { SubjectId = Record }, People.Handler);
        _house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 15, 59, 59, 999, TimeSpan.Zero));
        await _house.Send(new Try.Command("乙", "R06-1", "R07-1") { Advised = ["R06-3"] }, People.Reviewer);
        _house.Clock.SetUtcNow(new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero));
        await Should.ThrowAsync<InvalidOperationException>(() => _house.Send(new Try.Command("丙") { Breaks = true }, People.Approver));
    }

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task The_newest_stands_first_and_says_what_refused_it()
    {
        var items = (await List(new())).Items;
        items.Select(i => (i.PersonName, i.Result)).ShouldBe([("周立新", AuditResult.Fault), ("吴敏", AuditResult.Refused), ("王晓梅", AuditResult.Done)]);
        items[1].Codes.ShouldBe("R06-1,R07-1,R06-3");
        items[1].Detail.ShouldBe("不符合 R06-1；不符合 R07-1；请注意 R06-3。");
        items[2].Detail.ShouldBe("甲");
    }

    [Fact]
    public async Task Every_filter_narrows()
    {
        await Finds(new() { Person = "吴" }, "吴敏");
        await Finds(new() { Institution = "浙江" }, "吴敏", "王晓梅");
        await Finds(new() { Action = "试办", Result = AuditResult.Fault }, "周立新");
        await Finds(new() { Action = "没有" });
        await Finds(new() { Code = "r07-1" }, "吴敏");
        await Finds(new() { Code = "R06-3" });
        await Finds(new() { RecordId = Record }, "王晓梅");
        await Finds(new() { Person = "%" });
    }

    [Fact]
    public async Task Days_are_beijing_days()
    {
        await Finds(new() { To = new(2026, 11, 24) }, "吴敏", "王晓梅");
        await Finds(new() { From = new(2026, 11, 25) }, "周立新");
        await Finds(new() { From = DateOnly.MinValue, To = DateOnly.MaxValue }, "周立新", "吴敏", "王晓梅");
    }

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused_at_its_field()
    {
        var filter = new AuditFilter { From = new(2026, 11, 25), To = new(2026, 11, 24) };
        var breach = (await _house.Send(new ListAuditEntries.Query(filter, PageRequest.Of(1, 20)), People.Auditor)).Refusal!.Breaches.Single();
        (breach.Field, breach.Message).ShouldBe(("to", "截止日期不能早于起始日期。"));
    }

    [Fact]
    public async Task Only_audit_reads_it_and_the_attempt_is_in_it()
    {
        foreach (var person in (CurrentPerson[])[People.Handler, People.Approver, People.Client, CurrentPerson.Anonymous])
        {
            var refusal = (await _house.Send(new ListAuditEntries.Query(new(), PageRequest.Of(1, 20)), person)).Refusal;
            refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
            (await _house.Send(new VerifySeals.Query(), person)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
            (await _house.Send(new ExportAuditEntries.Command(new()), person)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        }
        (await List(new() { Result = AuditResult.Refused, Person = "王晓梅" })).Total.ShouldBe(3);
        (await _house.Send(new ListAuditEntries.Query(new(), PageRequest.Of(1, 20)), People.AuditAdministrator)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_export_holds_what_is_filtered_and_leaves_an_entry()
    {
        var lines = (await Export(new() { Institution = "浙江" })).TrimEnd().Split("\r\n");
        lines.Length.ShouldBe(3);
        lines[0].ShouldStartWith("\uFEFF\"时间（北京）\",\"人员\"");
        lines[1].ShouldBe("\"2026-11-24 23:59:59\",\"吴敏\",\"浙江省分行\",\"试办\",\"Try\",\"被拒绝\",\"R06-1,R07-1,R06-3\","
            + "\"不符合 R06-1；不符合 R07-1；请注意 R06-3。\",\"\",\"\",\"\"");
        (await List(new() { Action = "导出操作日志" })).Items.Single().Detail.ShouldBe("范围：机构 浙江");
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData(" +1", "\"' +1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("＝1+1", "\"'＝1+1\"")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData(null, "\"\"")]
    public void A_cell_is_never_a_formula(string? cell, string written) => Csv.Row(cell).ShouldBe(written + "\r\n");

    private async Task<ListPage<ListAuditEntries.Item>> List(AuditFilter filter) =>
        (await _house.Send(new ListAuditEntries.Query(filter, PageRequest.Of(1, 20)), People.Auditor)).Value;

    private async Task Finds(AuditFilter filter, params string[] people) =>
        (await List(filter)).Items.Select(i => i.PersonName).ShouldBe(people);

    private async Task<string> Export(AuditFilter filter)
    {
        var rows = (await _house.Send(new ExportAuditEntries.Command(filter), People.Auditor)).Value;
        var body = new MemoryStream();
        await rows.As("csv", new(2026, 11, 24)).ExecuteAsync(new DefaultHttpContext { Response = { Body = body } });
        return System.Text.Encoding.UTF8.GetString(body.ToArray());
    }
}
