using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Screening.Judge;

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
}
