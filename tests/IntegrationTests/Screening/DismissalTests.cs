using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Screening.Judge;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>What was dismissed as a false alarm can be taken back, by somebody else and with a reason.</summary>
public sealed class DismissalTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Row = "E1,甲,330106,公众号,小农行乐,,";

    [Fact]
    public async Task Article07_A_second_person_takes_a_dismissal_back_and_the_text_hits_again()
    {
        var handler = await app.As("HZ1001");
        var (id, _) = await handler.Screened(AccountFiles.Csv(Row, "E2,乙,330106,公众号,小农行乐,,"));
        var finding = (Guid)(await handler.Findings(id))[0]["id"]!;
        (await handler.Post($"screening/findings/{finding}/dismissal", new { reason = "“行乐”是一个词。" })).Expect(HttpStatusCode.NoContent);
        var detail = await handler.Get($"screening/findings/{finding}");
        var path = $"screening/dismissals/{detail["branchId"]}/{detail["dismissalKey"]}";
        (await handler.Get($"/screening/findings/{finding}")).Expect(HttpStatusCode.OK).Text.ShouldContain($"/{path}");

        // Whoever dismissed it does not take it back; others see nothing of it, or may not.
        (await handler.Post(path + "/withdrawal", new { reason = "x" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-4"]);
        (await handler.Get("/" + path)).Expect(HttpStatusCode.OK).Text.ShouldContain("R07-4");
        (await (await app.As("SH1001")).Post(path + "/withdrawal", new { reason = "x" })).Expect(HttpStatusCode.NotFound);
        (await (await app.As("ZJ1001")).Get("/" + path)).Expect(HttpStatusCode.NotFound);
        (await (await app.As("HQ9101")).Post(path + "/withdrawal", new { reason = "x" })).Expect(HttpStatusCode.Forbidden);
        using var client = await app.AsClient();
        (await client.Get("screening/dismissals")).Expect(HttpStatusCode.Forbidden);

        var approver = await app.As("HZ1003");
        (await approver.Post(path + "/withdrawal", new { reason = " " })).Expect(HttpStatusCode.BadRequest);
        var taken = (await approver.Post(path + "/withdrawal", new { reason = "就是本行的活动名称。" })).Expect(HttpStatusCode.OK);
        ((int)taken["reopened"]).ShouldBe(2);
        (await approver.Post(path + "/withdrawal", new { reason = "x" })).Expect(HttpStatusCode.NotFound);
        (await handler.Findings(id)).Select(f => (string)f["state"]!).ShouldBe(["Open", "Open"]);

        var (next, _) = await handler.Screened(AccountFiles.Csv(Row));
        var again = (await handler.Findings(next)).ShouldHaveSingleItem();
        ((string)again["state"]!).ShouldBe("Open");
        (await handler.Post($"screening/findings/{again["id"]}/confirmation")).Expect(HttpStatusCode.OK)["caseId"].ShouldNotBeNull();
        (await app.WithDb(db => db.Set<AuditEntry>().CountAsync(e => e.Title == "撤回误报" && e.Result == AuditResult.Done && e.Detail.Contains("就是本行的活动名称")))).ShouldBe(1);
    }

    [Fact]
    public async Task Article07_The_head_office_takes_a_dismissal_back_on_its_page()
    {
        var handler = await app.As("NB1001");
        var (id, _) = await handler.Screened(AccountFiles.Csv("E1,甲,330200,公众号,甬农行乐,,"));
        var finding = (Guid)(await handler.Findings(id)).ShouldHaveSingleItem()["id"]!;
        (await handler.Post($"screening/findings/{finding}/dismissal", new { reason = "“行乐”是一个词。" })).Expect(HttpStatusCode.NoContent);
        var head = await app.As("HQ1001");
        var found = (await head.Get("screening/dismissals?search=" + Uri.EscapeDataString("甬农")))["items"].AsArray().ShouldHaveSingleItem()!;
        var page = $"/screening/dismissals/{found["branchId"]}/{found["textKey"]}";
        (await head.Get(page)).Expect(HttpStatusCode.OK).Text.ShouldContain("“行乐”是一个词。");
        (await head.PostForm(page, page, ("Reason", ""))).Expect(HttpStatusCode.BadRequest).Text.ShouldContain("请说明为什么撤回");
        (await head.PostForm(page, page, ("Reason", "是本行活动。"))).Expect(HttpStatusCode.SeeOther);
        (await head.Get("/screening/terms")).Text.ShouldContain("已恢复为“待确认”");
        (await head.Get($"/screening/findings/{finding}")).Text.ShouldContain("确认违规，开始整改");
    }

    [Fact]
    public async Task Article06_A_dismissal_taken_back_reopens_the_last_results_of_the_branch_and_of_the_whole_bank()
    {
        using var own = new GovApp();
        await own.InitializeAsync();
        var (handler, head) = (await own.As("HZ1001"), await own.As("HQ1001"));
        async Task<Guid> Screened(GovClient person, int minute, byte[] file)
        {
            own.Clock.Set(new(2026, 11, 23, 9, minute, 0));
            return (await person.Screened(file)).Id;
        }
        var dismissed = await Screened(handler, 31, AccountFiles.Csv(Row));
        var finding = (Guid)(await handler.Findings(dismissed)).ShouldHaveSingleItem()["id"]!;
        (await handler.Post($"screening/findings/{finding}/dismissal", new { reason = "“行乐”是一个词。" })).Expect(HttpStatusCode.NoContent);
        var old = await Screened(head, 32, AccountFiles.Csv(Row));
        var bank = await Screened(head, 33, AccountFiles.Csv(Row, "E9,己,330106,公众号,小农行乐,,"));
        var last = await Screened(handler, 34, AccountFiles.Csv(Row));
        // Breaks off before its second row: what it says of the first does not make the file before it history.
        var whole = await AccountFiles.Xlsx(["E2", "乙", "330106", "公众号", "小农行乐"], ["E3", "丙", "330106", "公众号", "坏的"]);
        var broken = await Screened(handler, 35, Workbook.With(whole, "xl/worksheets/sheet1.xml", x => x.Replace("坏的", "坏&#x1;的")));
        foreach (var file in (Guid[])[old, bank, last, broken])
        {
            (await States(head, file)).ShouldAllBe(state => state == "Excepted");
        }

        var detail = await handler.Get($"screening/findings/{finding}");
        var taken = await (await own.As("HZ1003")).Post($"screening/dismissals/{detail["branchId"]}/{detail["dismissalKey"]}/withdrawal", new { reason = "是本行活动。" });
        ((int)taken.Expect(HttpStatusCode.OK)["reopened"]).ShouldBe(4);
        (await States(head, dismissed)).ShouldBe(["Dismissed"]);
        (await States(head, old)).ShouldBe(["Excepted"]);
        foreach (var file in (Guid[])[bank, last, broken])
        {
            (await States(head, file)).ShouldAllBe(state => state == "Open");
        }
    }

    [Fact]
    public async Task A_dismissal_taken_back_while_a_file_is_screened_excepts_nothing_in_it()
    {
        var handler = await app.As("SH1001");
        var (first, _) = await handler.Screened(AccountFiles.Csv("E1,甲,310000,公众号,申农行乐,,", "E2,乙,310000,公众号,沪农行乐,,"));
        foreach (var finding in await handler.Findings(first))
        {
            (await handler.Post($"screening/findings/{finding["id"]}/dismissal", new { reason = "“行乐”是一个词。" })).Expect(HttpStatusCode.NoContent);
        }
        var (id, _) = await handler.Screened(AccountFiles.Csv("E1,甲,310000,公众号,申农行乐,,", "E2,乙,310000,公众号,沪农行乐,,"));
        (await States(handler, id)).ShouldBe(["Excepted", "Excepted"]);
        // As if it were still at its end, cut off, when one of them is taken back.
        await app.WithDb(async db =>
        {
            await db.Set<DismissedText>().Where(t => t.Text == "申农行乐").ExecuteDeleteAsync();
            return await db.Set<ScreeningFile>().Where(f => f.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(f => f.State, FileState.Running).SetProperty(f => f.LeaseUntil, DateTime.UnixEpoch));
        });
        app.Services.GetRequiredService<WorkSignal>().Wake();
        await handler.Finished(id);
        (await States(handler, id)).ShouldBe(["Open", "Excepted"]);
    }

    [Fact]
    public async Task All_that_branches_dismissed_is_listed_page_by_page()
    {
        var branch = Guid.NewGuid();
        await app.WithDb(db =>
        {
            db.AddRange(Enumerable.Range(1, 61).Select(i => new DismissedText
            {
                BranchId = branch,
                TextKey = $"{i:D32}",
                BranchName = "测试分行",
                Text = $"第{i}个误报",
                Terms = "农行",
                Reason = "测试",
                ByName = "某人",
                At = new DateTime(2026, 1, 1, 0, i % 60, 0, DateTimeKind.Utc),
            }));
            return db.SaveChangesAsync();
        });
        var admin = await app.As("HQ9101");
        var texts = new List<string>();
        for (var number = 1; number <= 4; number++)
        {
            texts.AddRange((await admin.Get($"screening/dismissals?search={Uri.EscapeDataString("测试分行")}&page={number}"))["items"].AsArray().Select(i => (string)i!["text"]!));
        }
        texts.Distinct().Count().ShouldBe(61);
        var page = (await admin.Get("/screening/terms?p=3")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("个误报");
        page.ShouldContain("第 41–60 条");
        (await (await app.As("SH1001")).Get("/screening/terms")).Text.ShouldNotContain("个误报");
    }

    private static async Task<IEnumerable<string>> States(GovClient person, Guid file) =>
        (await person.Findings(file, "sort=row")).Select(f => (string)f["state"]!);
}
