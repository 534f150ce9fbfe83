using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>Files of employees' accounts: taken in, screened in the background, listed, compared, exported.</summary>
public sealed class ImportTests(GovApp app) : IClassFixture<GovApp>
{
    private static readonly string[] Rows =
    [
        "E0001,张三,330106,公众号,西湖農·行小张,zhang,分享生活",
        "E0002,李四,330106,视频号,西湖小李,abc_li,在农行上班",
        "E0003,王五,330106004,个人微信,农行小王,,",
        "E0004,赵六,330100,小程序,天气预报,,",
        "E0005,钱七,999999,公众号,天气,,",
        ",孙八,330106,公众号,天气,,",
        "E0007,周九,330106,抖音,天气,,",
        "E0008,吴十,330106,公众号,,,",
    ];

    [Fact]
    [Trait("Rule", "R06-3"), Trait("Side", "Refuses")]
    public async Task Article06_A_branchs_file_is_screened_row_by_row_and_what_is_wrong_is_listed()
    {
        var handler = await app.As("HZ1001");
        var (id, detail) = await handler.Screened(AccountFiles.Csv(Rows));
        ((string)detail["state"]!).ShouldBe("Completed");
        ((int)detail["rows"], (int)detail["badRows"], (int)detail["findings"], (int)detail["advice"]).ShouldBe((8, 4, 1, 3));

        var findings = await handler.Findings(id);
        var worst = findings[0];
        ((string)worst["level"]!, (int)worst["row"]!, (string)worst["employeeNumber"]!, (string)worst["text"]!)
            .ShouldBe(("Finding", 2, "E0001", "西湖農·行小张"));
        ((string)worst["hits"]![0]!["matched"]!).ShouldBe("農·行");
        ((string)worst["institutionName"]!, (string)worst["branchName"]!).ShouldBe(("西湖支行", "杭州市分行"));
        findings.Skip(1).Select(f => $"{f["row"]} {f["field"]}").ShouldBe(["3 WeChatId", "3 Introduction", "4 Name"], ignoreOrder: true);

        // The characters are the bank's name wherever they stand; a finding they are in the name of an account alone.
        findings.Where(f => (string)f["field"]! == "Introduction").Select(f => ((string)f["level"]!, (string)f["hits"]![0]!["level"]!)).ShouldBe([("Advice", "block")]);

        var bad = (await handler.Get($"screening/files/{id}/bad-rows"))["items"].AsArray();
        bad.Select(b => $"{b!["row"]} {b["reason"]}").ShouldBe(
        [
            "6 机构名录中没有机构号“999999”", "7 工号为空", "8 账号类型“抖音”无法识别，应为公众号、视频号、小程序或个人微信", "9 微信名为空",
        ]);
    }

    [Fact]
    public async Task Gb18030_other_orders_and_quoted_commas_are_read()
    {
        var handler = await app.As("HZ1001");
        var text = "简介,微信名,账号类型,机构号,姓名,工号\n\"一,二\n三\",农行小店,公众号,330106,张三,E1\n\"没有\"\"引号\"\"\",天气,公众号,330106,李四,E2\n";
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
        var (id, detail) = await handler.Screened(gb);
        ((string)detail["encoding"]!, (int)detail["rows"], (int)detail["badRows"], (int)detail["findings"]).ShouldBe(("GB18030", 2, 0, 1));
        ((string)(await handler.Findings(id))[0]["text"]!).ShouldBe("农行小店");
    }

    [Fact]
    public async Task Gb18030_with_its_byte_order_mark_quoted_headings_and_lines_of_an_old_Mac_are_read()
    {
        var handler = await app.As("HZ1001");
        var text = "\"工号\",\"姓名\",\"机构号\",\"账号类型\",\"微信名\"\r\"E1\",\"张三\",\"330106\",\"公众号\",\"农行小店\"\rE2,李四,330106,公众号,天气\r";
        byte[] file = [0x84, 0x31, 0x95, 0x33, .. CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text)];
        var (id, detail) = await handler.Screened(file);
        ((string)detail["encoding"]!, (int)detail["rows"], (int)detail["badRows"], (int)detail["findings"]).ShouldBe(("GB18030", 2, 0, 1));
        ((int)(await handler.Findings(id))[0]["row"]!).ShouldBe(2);
    }

    [Fact]
    public async Task An_introduction_of_any_length_is_screened_and_kept_as_a_piece()
    {
        var handler = await app.As("HZ1001");
        var (id, detail) = await handler.Screened(AccountFiles.Csv($"E1,甲,330106,公众号,农行甲,,{new string('天', 5000)}欢迎来农行{new string('气', 5000)}"));
        ((int)detail["badRows"], (int)detail["findings"], (int)detail["advice"]).ShouldBe((0, 1, 1));
        var advice = (await handler.Findings(id, "level=Advice")).ShouldHaveSingleItem();
        var text = (string)advice["text"]!;
        text.Length.ShouldBe(1000);
        (text[0], text[^1]).ShouldBe(('…', '…'));
        var hit = advice["hits"]![0]!;
        ((string)hit["matched"]!, text.Substring((int)hit["start"]!, (int)hit["length"]!)).ShouldBe(("农行", "农行"));
    }

    [Fact]
    public async Task A_quote_that_nobody_closes_costs_its_own_row()
    {
        var handler = await app.As("HZ1001");
        var (id, detail) = await handler.Screened(AccountFiles.Csv("E1,张三,330106,公众号,\"农行,,", "E2,李四,330106,公众号,农行二,,", "E3,王五,330106,公众号,农行三,,"));
        ((int)detail["rows"], (int)detail["badRows"], (int)detail["findings"]).ShouldBe((3, 1, 2));
        ((string)(await handler.Get($"screening/files/{id}/bad-rows"))["items"][0]!["reason"]!).ShouldBe("引号不成对，这一行没有读取");
    }

    [Fact]
    public async Task A_workbook_comes_to_the_same_as_the_text()
    {
        var handler = await app.As("HZ1001");
        var (id, detail) = await handler.Screened(await AccountFiles.Xlsx([.. Rows.Select(r => r.Split(','))]), "员工账号.xlsx");
        ((string)detail["format"]!, (int)detail["rows"], (int)detail["badRows"], (int)detail["findings"], (int)detail["advice"])
            .ShouldBe(("Xlsx", 8, 4, 1, 3));
        ((int)(await handler.Findings(id))[0]["row"]!).ShouldBe(2);
    }

    [Fact]
    public async Task The_next_file_says_what_is_new_still_there_and_gone()
    {
        var handler = await app.As("NB1001");
        var (first, _) = await handler.Screened(AccountFiles.Csv("E1,甲,330200,公众号,农行甲,,", "E2,乙,330200,公众号,农行乙,,"));
        var (second, detail) = await handler.Screened(AccountFiles.Csv("E2,乙,330200,公众号,农行乙,,", "E3,丙,330200,公众号,农行丙,,"));
        ((int)detail["new"], (int)detail["still"], (int)detail["gone"]).ShouldBe((1, 1, 1));
        ((Guid)detail["previousId"]).ShouldBe(first);
        (await handler.Findings(second, "comparison=New")).Select(f => (string)f["text"]!).ShouldBe(["农行丙"]);
        (await handler.Findings(second, "comparison=Still")).Select(f => (string)f["text"]!).ShouldBe(["农行乙"]);
        (await handler.Findings(second, "gone=true")).Select(f => (string)f["text"]!).ShouldBe(["农行甲"]);
        (await handler.Get($"/screening/files/{second}?tab=gone")).Expect(HttpStatusCode.OK).Text.ShouldContain("<mark class=\"hit\">农行</mark>甲");
    }

    [Fact]
    public async Task A_branch_imports_its_own_employees_and_others_see_nothing_of_it()
    {
        var hangzhou = await app.As("HZ1001");
        var (id, detail) = await hangzhou.Screened(AccountFiles.Csv("E1,甲,330100,公众号,农行甲,,", "E2,乙,310000,公众号,农行乙,,"));
        ((int)detail["findings"], (int)detail["badRows"]).ShouldBe((1, 1));
        ((string)(await hangzhou.Get($"screening/files/{id}/bad-rows"))["items"][0]!["reason"]!).ShouldContain("不由杭州市分行管理");
        (await (await app.As("SH1001")).Get($"screening/files/{id}")).Expect(HttpStatusCode.NotFound);
        (await (await app.As("ZJ1001")).Get($"screening/files/{id}")).Expect(HttpStatusCode.NotFound);
        (await (await app.As("HQ1002")).Get($"screening/files/{id}")).Expect(HttpStatusCode.OK);
        (await (await app.As("HQ9001")).Get($"screening/files/{id}/findings")).Expect(HttpStatusCode.OK);
        (await (await app.As("XH1001")).Get($"screening/files/{id}")).Expect(HttpStatusCode.Forbidden);
        using var client = await app.AsClient();
        (await client.Get("screening/files")).Expect(HttpStatusCode.Forbidden);
        (await (await app.As("HZ1003")).Import(AccountFiles.Csv(Rows))).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R10-1"]);
    }

    [Fact]
    public async Task A_file_of_the_whole_bank_shows_each_branch_its_own()
    {
        var head = await app.As("HQ1001");
        var (id, _) = await head.Screened(AccountFiles.Csv("E1,甲,330100,公众号,农行甲,,", "E2,乙,310000,公众号,农行乙,,", "E3,丙,330000,公众号,农行丙,,"));
        (await head.Findings(id)).Count.ShouldBe(3);
        (await head.Get("/screening/files")).Text.ShouldContain("class=\"keep-words\">全行</td>");
        (await (await app.As("HZ1001")).Findings(id)).Select(f => (string)f["text"]!).ShouldBe(["农行甲"]);
        // A tier-1 branch also reads its tier-2 branches'.
        (await (await app.As("ZJ1001")).Findings(id)).Select(f => (string)f["text"]!).ShouldBe(["农行甲", "农行丙"], ignoreOrder: true);
        ((int)(await head.Get($"screening/files/{id}"))["branches"].AsArray().Count).ShouldBe(3);
    }

    [Fact]
    public async Task The_content_is_stored_encrypted_and_erased_when_its_days_are_over()
    {
        using var own = new GovApp();
        own.Settings["Screening:FileDays"] = "30";
        await own.InitializeAsync();
        var handler = await own.As("HZ1001");
        var (id, _) = await handler.Screened(AccountFiles.Csv(Rows));
        var admin = await own.As("HQ9101");
        var change = await admin.Previewed(new { kind = "AddTerm", text = "天气预报", flag = true, pinyin = false, reason = "测试" });
        ((string)change["samples"][0]!["text"]!).ShouldBe("天气预报");
        var pieces = await own.WithDb(db => db.Set<SealedChunk>().Where(c => c.FileId == id).ToListAsync());
        pieces.ShouldHaveSingleItem().Bytes.AsSpan().IndexOf("农行"u8).ShouldBe(-1);
        own.Clock.Set(new DateTime(2026, 12, 24, 10, 0, 0));
        using var again = new GovClient(own.Address);
        await again.SignIn("HZ1001");
        var (later, _) = await again.Screened(AccountFiles.Csv(Rows));
        for (var i = 0; i < 100 && await own.WithDb(db => db.Set<SealedChunk>().AnyAsync(c => c.FileId == id)); i++)
        {
            await Task.Delay(50);
        }
        (await own.WithDb(db => db.Set<SealedChunk>().CountAsync(c => c.FileId == id))).ShouldBe(0);
        (await own.WithDb(db => db.Set<SealedChunk>().CountAsync(c => c.FileId == later))).ShouldBe(1);
        (await own.WithDb(db => db.Set<ScreeningFile>().SingleAsync(f => f.Id == id))).ProtectedKey.ShouldBeEmpty();
        (await again.Findings(id)).Count.ShouldBe(4);
        // Nothing of those who have nothing to do with it: bad rows keep their number, the preview its counts.
        var bad = (await again.Get($"screening/files/{id}/bad-rows"))["items"].AsArray();
        bad.Select(b => $"{b!["row"]} {b["reason"]}").ShouldBe([.. new[] { 6, 7, 8, 9 }.Select(n => $"{n} 未能读取（原因引用了文件内容，已随文件按期清除）")]);
        change = await again.Get($"screening/terms/changes/{change["id"]}");
        ((int)change["new"], change["samples"].AsArray().Count).ShouldBe((1, 0));
        (await again.Get($"/screening/terms/changes/{change["id"]}")).Text.ShouldContain("受影响的原文已随文件内容按期清除");
        await own.DisposeAsync();
    }

    [Fact]
    public async Task Exports_hold_what_is_filtered_and_no_formula()
    {
        var handler = await app.As("SH1001");
        var (id, _) = await handler.Screened(AccountFiles.Csv(
            "E1,甲,310000,公众号,=HYPERLINK(1)农行,,", "E2,乙,310000,视频号,＠农行乙,,", "E3,丙,310000,个人微信,农行丙,,"));
        var csv = (await handler.Get($"/screening/files/{id}?handler=Export&format=csv&level=Finding&sort=-row")).Expect(HttpStatusCode.OK).Text;
        var lines = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[1].ShouldContain("\"'＠农行乙\"");
        lines[2].ShouldContain("\"'=HYPERLINK(1)农行\"");
        var xlsx = (await handler.Get($"/screening/files/{id}?handler=Export&format=xlsx&kind=Personal")).Expect(HttpStatusCode.OK);
        xlsx.ContentHeaders.ContentType!.MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var page = (await handler.Get($"/screening/files/{id}?q={Uri.EscapeDataString("=HYPER")}")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("=HYPERLINK(1)<mark class=\"hit\">农行</mark>");
        page.ShouldNotContain("农行丙");
        (await handler.Get($"/screening/files/{id}?term=95599")).Text.ShouldContain("没有符合条件的命中");
        (await handler.Findings(id, "search=E2")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Import_and_export_are_in_the_audit_trail_and_the_uploader_is_told()
    {
        var handler = await app.As("BJ1001");
        var (id, detail) = await handler.Screened(AccountFiles.Csv("E1,甲,110000,公众号,农行甲,,"));
        var csv = (await handler.Get($"/screening/files/{id}?handler=Export&format=csv")).Expect(HttpStatusCode.OK);
        csv.Text.ShouldContain("\"农行甲\"");
        var entries = await app.WithDb(db => db.Set<AuditEntry>().Where(e => e.SubjectId == id).Select(e => e.Title).ToListAsync());
        entries.ShouldBe(["导入排查文件", "导出排查结果"], ignoreOrder: true);
        var notices = (await handler.Get("notices"))["items"].AsArray();
        ((string)notices[0]!["title"]!).ShouldBe("排查完成：员工账号.csv");
        ((string)detail["number"]!).ShouldStartWith("PC-2026-");
    }
}
