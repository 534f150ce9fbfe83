using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>Files that can't be screened to their end: said, with what was found until there, and not tried for ever.</summary>
public sealed class FailedFileTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task A_workbook_damaged_inside_a_cell_ends_there_with_what_was_found_before()
    {
        var handler = await app.As("HZ1001");
        var whole = await AccountFiles.Xlsx(
            ["E1", "甲", "330106", "公众号", "农行甲"], ["E2", "乙", "330106", "公众号", "农行乙"], ["E3", "丙", "330106", "公众号", "坏的"], ["E4", "丁", "330106", "公众号", "农行丁"]);
        foreach (var (damage, says) in new (Func<string, string>, string)[]
        {
            (x => x.Replace("坏的", "坏&#x1;的"), "工作表在第 3 行之后损坏"), (x => x[..(x.IndexOf("坏的", StringComparison.Ordinal) + 1)], "工作表在第 3 行之后损坏"),
        })
        {
            var (id, detail) = await handler.Screened(Workbook.With(whole, "xl/worksheets/sheet1.xml", damage), "坏了一格.xlsx");
            ((string)detail["state"]!, (int)detail["rows"], (int)detail["findings"]).ShouldBe(("Failed", 2, 2));
            ((string)detail["problem"]!).ShouldContain(says);
            (await handler.Get($"/screening/files/{id}")).Expect(HttpStatusCode.OK).Text.ShouldContain("此前 2 行的结果列在下面");
        }
        ((string)(await handler.Get("notices"))["items"][0]!["title"]!).ShouldBe("排查未能完成：坏了一格.xlsx");
    }

    [Fact]
    public async Task A_workbook_whose_compressed_bytes_are_damaged_ends_there()
    {
        var handler = await app.As("HZ1001");
        var workbook = await AccountFiles.Xlsx([.. Enumerable.Range(0, 20_000).Select(i => (string[])[$"E{i}", "甲", "330106", "公众号", $"店{i * 7919 % 10007}"])]);
        var sheet = workbook.AsSpan().IndexOf("xl/worksheets/sheet1.xml"u8);
        workbook.AsSpan(sheet + 40_000, 256).Fill(0xFF);
        var (_, detail) = await handler.Screened(workbook, "坏.xlsx");
        ((string)detail["state"]!).ShouldBe("Failed");
        ((string)detail["problem"]!).ShouldContain("损坏，后面的行没有读取");
        ((int)detail["rows"]).ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task What_nobody_foresaw_is_tried_some_times_and_then_said_and_keeps_no_other_file_waiting()
    {
        using var own = new GovApp();
        await own.InitializeAsync();
        var handler = await own.As("HZ1001");
        var (bad, _) = await handler.Screened(AccountFiles.Csv("E1,甲,330106,公众号,农行甲,,"));
        // A key that is no key at all, as a database restored by halves might hold.
        await own.WithDb(db => db.Set<ScreeningFile>().Where(f => f.Id == bad).ExecuteUpdateAsync(set => set
            .SetProperty(f => f.ProtectedKey, "不是密钥").SetProperty(f => f.State, FileState.Queued).SetProperty(f => f.RowsRead, 0)));
        // The worker takes the one with the fault first, being older.
        own.Clock.Set(new DateTime(2026, 11, 23, 9, 30, 1));
        var (_, good) = await handler.Screened(AccountFiles.Csv("E2,乙,330106,公众号,农行乙,,"));
        ((string)good["state"]!).ShouldBe("Completed");
        ((string)(await handler.Get($"screening/files/{bad}"))["state"]!).ShouldBe("Running");

        var screening = own.Services.GetRequiredService<FileScreening>();
        (await screening.RunNext(default)).ShouldBeFalse("the lease has not run out");
        for (var minute = 1; minute <= 4; minute++)
        {
            ((string)(await handler.Get($"screening/files/{bad}"))["state"]!).ShouldBe("Running");
            own.Clock.Set(new DateTime(2026, 11, 23, 9, 30 + minute, 0));
            (await screening.RunNext(default)).ShouldBeTrue();
        }
        var failed = await handler.Get($"screening/files/{bad}");
        ((string)failed["state"]!).ShouldBe("Failed");
        ((string)failed["problem"]!).ShouldContain("排查多次出错，已停止");
        (await screening.RunNext(default)).ShouldBeFalse();
        await own.DisposeAsync();
    }
}
