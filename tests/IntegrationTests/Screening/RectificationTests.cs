using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Screening.Cases;
using WeChatBankGov.Screening.Watch;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>From a hit to a closed case: confirmed, told, rectified, reviewed by a second person, overdue at the head office (R06-4).</summary>
public sealed class RectificationTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    [Trait("Rule", "R06-4"), Trait("Side", "Accepts")]
    public async Task Article06_A_confirmed_finding_is_rectified_by_the_institution_and_closed_by_a_second_person()
    {
        var branch = await _app.As("HZ1001");
        var @case = await Confirmed(branch, "E1,张三,330106,公众号,农行小张,,");
        var unit = await _app.As("XH1001");
        var detail = (await unit.Get($"screening/cases/{@case}")).Expect(HttpStatusCode.OK);
        ((string)detail["due"]!, (string)detail["state"]!, (bool)detail["mayFile"]!).ShouldBe(("2026-12-07", "Open", true));
        (await unit.Get("work-items"))["items"].AsArray().Select(i => (string)i!["step"]!).ShouldContain("整改");
        ((string)(await unit.Get("notices"))["items"][0]!["title"]!).ShouldStartWith("请整改：员工 E1");

        // Nothing to be seen for another unit; nothing to be reviewed yet.
        (await (await _app.As("SH1001")).Get($"screening/cases/{@case}")).Expect(HttpStatusCode.NotFound);
        (await Review(branch, @case, 1, true)).Expect(HttpStatusCode.Conflict);

        (await Evidence(unit, @case, 1, explanation: "")).Expect(HttpStatusCode.BadRequest);
        (await Evidence(unit, @case, 9)).Expect(HttpStatusCode.Conflict);
        (await Evidence(unit, @case, 1)).Expect(HttpStatusCode.OK);
        (await Review(unit, @case, 2, true)).Expect(HttpStatusCode.Forbidden);

        (await Review(branch, @case, 2, false)).Expect(HttpStatusCode.BadRequest);
        (await Review(branch, @case, 2, false, "截图里看不到账号名称。")).Expect(HttpStatusCode.OK);
        ((string)(await unit.Get($"screening/cases/{@case}"))["returnReason"]!).ShouldBe("截图里看不到账号名称。");
        (await Evidence(unit, @case, 3)).Expect(HttpStatusCode.OK);
        (await Review(branch, @case, 4, true)).Expect(HttpStatusCode.OK);

        var closed = await unit.Get($"screening/cases/{@case}");
        ((string)closed["state"]!, (string)closed["closedByName"]!).ShouldBe(("Closed", "蒋欣"));
        closed["timeline"].AsArray().Select(s => (string)s!["step"]!)
            .ShouldBe(["确认违规字样，开始整改", "上传整改证明", "复核：退回", "上传整改证明", "复核：已整改"]);
        (await unit.Get($"/screening/cases/{@case}")).Expect(HttpStatusCode.OK).Text.ShouldContain("复核：已整改");
        (await branch.Get($"/screening/cases/{@case}?handler=Evidence")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Rule", "R07-4"), Trait("Side", "Refuses")]
    public async Task Article07_Who_filed_the_evidence_does_not_close_the_case()
    {
        var handler = await _app.As("HZ1001");
        var @case = await Confirmed(handler, "E2,李四,330100,公众号,农行小李,,");
        (await Evidence(handler, @case, 1)).Expect(HttpStatusCode.OK);
        (await Review(handler, @case, 2, true)).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-4"]);
        (await handler.Get($"/screening/cases/{@case}")).Text.ShouldContain("R07-4");
        (await Review(await _app.As("HZ1003"), @case, 2, true)).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Rule", "R06-4"), Trait("Side", "Refuses")]
    public async Task Article06_An_overdue_case_goes_up_to_the_head_office_once_and_stays_switched_off_with_the_rule()
    {
        var branch = await _app.As("HZ1001");
        var @case = await Confirmed(branch, "E3,王五,330106,公众号,农行小王,,");
        _app.Clock.Set(new DateTime(2026, 12, 7, 23, 0, 0));
        (await Pass()).ShouldBe(0);
        _app.Clock.Set(new DateTime(2026, 12, 8, 0, 10, 0));
        (await Pass()).ShouldBe(1);
        (await Pass()).ShouldBe(0);
        var head = await Again("HQ1002");
        ((string)(await head.Get("notices"))["items"][0]!["title"]!).ShouldStartWith("逾期未整改：西湖支行");
        (await head.Get("work-items"))["items"].AsArray().Select(i => (string)i!["step"]!).ShouldContain("逾期整改督办");
        var listed = (await head.Get("screening/cases?overdue=true"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((int)listed["workingDaysLeft"]!, (bool)listed["escalated"]!).ShouldBe((-1, true));
        var figures = await head.Get("screening/cases/figures");
        ((int)figures["byBranch"][0]!["overdue"]!, (int)figures["byMonth"][10]!["opened"]!).ShouldBe((1, 1));
        var page = (await head.Get("/screening/cases")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("杭州市分行");
        page.ShouldContain("总行督办");
        (await head.Get("/screening/cases?overdue=true&handler=Export&format=csv")).Expect(HttpStatusCode.OK).Text.ShouldContain("\"农行小王\"");
        (await _app.WithDb(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == @case && e.Title == "逾期整改报总行"))).ShouldBe(1);

        (await (await Again("HQ9102")).PostForm("/organisation/rule-switches", "/organisation/rule-switches",
            ("Code", "R06-4"), ("On", "false"), ("Reason", "测试停用"))).Status.ShouldBe(HttpStatusCode.SeeOther);
        var hangzhou = await Again("HZ1001");
        var (id, _) = await hangzhou.Screened(AccountFiles.Csv("E9,赵六,330106,公众号,农行小赵,,"));
        var finding = (Guid)(await hangzhou.Findings(id))[0]["id"]!;
        var confirmed = (await hangzhou.Post($"screening/findings/{finding}/confirmation")).Expect(HttpStatusCode.OK);
        confirmed.Json["caseId"].ShouldBeNull();
        ((string)(await hangzhou.Findings(id))[0]["state"]!).ShouldBe("Confirmed");
    }

    [Fact]
    public async Task Figures_are_of_what_is_filtered_a_renamed_branch_is_one_and_one_bad_case_holds_up_no_other()
    {
        var hangzhou = await _app.As("HZ1001");
        var first = await Confirmed(hangzhou, "E1,张三,330106,公众号,农行小张,,");
        await Confirmed(hangzhou, "E2,李四,330106,公众号,农行小李,,");
        await Confirmed(await _app.As("NB1001"), "E3,王五,330200,公众号,农行小王,,");
        await _app.WithDb(db => db.Set<RectificationCase>().Where(c => c.Id == first).ExecuteUpdateAsync(s => s.SetProperty(c => c.ManagingBranchName, "杭州分行（旧名）")));

        var head = await _app.As("HQ1002");
        var figures = await head.Get("screening/cases/figures");
        figures["byBranch"].AsArray().Select(b => $"{b!["name"]} {b["open"]}").ShouldBe(["杭州市分行 2", "宁波市分行 1"]);
        var ningbo = (Guid)figures["byBranch"][1]!["id"]!;
        var one = await head.Get($"screening/cases/figures?branchId={ningbo}");
        ((int)one["byMonth"][11]!["opened"]!, one["byBranch"].AsArray().Count).ShouldBe((1, 1));
        ((int)figures["byMonth"][11]!["opened"]!).ShouldBe(3);

        var page = (await head.Get("/screening/cases")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("未完成的整改");
        page.ShouldMatch("<span class=\"chart-value\">2<.*chart-label\">杭州<");
        (await head.Get($"/screening/cases?branch={ningbo}")).Text.ShouldContain("近十二个月 · 宁波市分行");

        _app.Clock.Set(new DateTime(2026, 12, 8, 0, 10, 0));
        var services = _app.Services;
        var pass = new CasePass(
            new FailsOnce(services.GetRequiredService<IServiceScopeFactory>(), at: 2), services.GetRequiredService<IRuleSwitches>(), _app.Clock,
            NullLogger<CasePass>.Instance);
        (await pass.Run(default)).ShouldBe(3);
        (await _app.WithDb(db => db.Set<RectificationCase>().CountAsync(c => c.EscalatedAt != null))).ShouldBe(2);
        (await Pass()).ShouldBe(1);
    }

    [Fact]
    public async Task A_false_alarm_is_dismissed_with_a_reason_and_excepted_from_then_on()
    {
        var branch = await _app.As("HZ1001");
        var (id, _) = await branch.Screened(AccountFiles.Csv("E1,甲,330106,公众号,富农行号,,", "E2,乙,330106,公众号,小农行乐,,", "E3,丙,330106,公众号,小农行乐,,"));
        var finding = (await branch.Findings(id)).First(f => (string)f["text"]! == "小农行乐");
        var path = $"screening/findings/{finding["id"]}";
        (await branch.Post(path + "/dismissal", new { reason = " " })).Expect(HttpStatusCode.BadRequest);
        (await (await _app.As("SH1001")).Post(path + "/dismissal", new { reason = "x" })).Expect(HttpStatusCode.NotFound);
        (await (await _app.As("ZJ1001")).Post(path + "/dismissal", new { reason = "x" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R10-1"]);
        (await branch.Post(path + "/dismissal", new { reason = "“行乐”是一个词。" })).Expect(HttpStatusCode.NoContent);
        (await branch.Post(path + "/confirmation")).Expect(HttpStatusCode.Conflict);
        (await branch.Findings(id)).Where(f => (string)f["text"]! == "小农行乐").Select(f => (string)f["state"]!).ShouldBe(["Dismissed", "Excepted"], ignoreOrder: true);

        var (later, _) = await branch.Screened(AccountFiles.Csv("E7,丁,330106,视频号,小农行乐,,"));
        ((string)(await branch.Findings(later))[0]["state"]!).ShouldBe("Excepted");
        (await branch.Get("/" + path)).Expect(HttpStatusCode.OK).Text.ShouldContain("误报");
    }

    [Fact]
    public async Task The_same_finding_of_a_later_file_opens_no_second_case()
    {
        var branch = await _app.As("HZ1001");
        const string Row = "E1,张三,330106,公众号,农行小张,,";
        var @case = await Confirmed(branch, Row);
        var (later, _) = await branch.Screened(AccountFiles.Csv(Row));
        var finding = (await branch.Findings(later)).ShouldHaveSingleItem();
        ((string)finding["state"]!).ShouldBe("Confirmed");
        ((Guid)(await branch.Get($"screening/findings/{finding["id"]}"))["caseId"]).ShouldBe(@case);
    }

    /// <summary>A scope that can't be made, as when the database's connections have run out for a moment.</summary>
    private sealed class FailsOnce(IServiceScopeFactory real, int at) : IServiceScopeFactory
    {
        private int _count;

        public IServiceScope CreateScope() => ++_count == at ? throw new InvalidOperationException("No connection.") : real.CreateScope();
    }

    private static async Task<Guid> Confirmed(GovClient branch, string row)
    {
        var (id, _) = await branch.Screened(AccountFiles.Csv(row));
        var finding = (Guid)(await branch.Findings(id)).ShouldHaveSingleItem()["id"]!;
        (await branch.Get($"/screening/findings/{finding}")).Expect(HttpStatusCode.OK).Text.ShouldContain("确认违规，开始整改");
        return (Guid)(await branch.Post($"screening/findings/{finding}/confirmation")).Expect(HttpStatusCode.OK)["caseId"];
    }

    private static Task<Answer> Evidence(GovClient person, Guid @case, int version, string explanation = "已改名为“西湖小张”。") =>
        person.Upload($"screening/cases/{@case}/evidence", "evidence", TestFiles.Png(), "新名称.png",
            ("version", version.ToString(CultureInfo.InvariantCulture)), ("explanation", explanation));

    private static Task<Answer> Review(GovClient person, Guid @case, int version, bool accepted, string? reason = null) =>
        person.Post($"screening/cases/{@case}/review", new { version, accepted, reason });

    private Task<int> Pass() => _app.Services.GetRequiredService<CasePass>().Run(default);

    /// <summary>Signed in anew: the clock has moved past the end of the session.</summary>
    private async Task<GovClient> Again(string employeeNumber)
    {
        var client = new GovClient(_app.Address);
        await client.SignIn(employeeNumber);
        return client;
    }
}
