using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>Files that are no such table are refused at once, in a sentence, and leave nothing behind.</summary>
public sealed class RefusedFileTests(GovApp app) : IClassFixture<GovApp>
{
    [Theory]
    [InlineData("", "空文件")]
    [InlineData("工号,姓名\nE1,张三\n", "缺少：机构号、账号类型、微信名")]
    [InlineData("工号;姓名;机构号;账号类型;微信名;微信号;简介\nE1;张三;330106;公众号;a;;\n", "首行的列名之间是分号（;），分隔符应为逗号")]
    [InlineData("工号，机构号，账号类型，微信名\nE1，330106，公众号，a\n", "首行的列名之间是中文逗号（，），分隔符应为逗号")]
    [InlineData("工号\t机构号\t账号类型\t微信名\t备注,说明\nE1\t330106\t公众号\ta\t\n", "首行的列名之间是制表符，分隔符应为逗号")]
    [InlineData("工号;姓名\nE1;张三\n", "缺少：工号、机构号、账号类型、微信名")]
    [InlineData("工号,工号,机构号,账号类型,微信名\nE1,E1,330106,公众号,a\n", "出现了不止一次：工号")]
    [InlineData("工号,机构号,账号类型,微信名\n", "只有列名，没有数据")]
    [InlineData("PK\u0003\u0004这不是工作簿", "工作簿不完整")]
    public async Task A_text_that_is_no_table(string text, string says) => await Refused(Encoding.UTF8.GetBytes(text), says);

    [Fact]
    public async Task Other_encodings_binaries_and_old_workbooks()
    {
        await Refused(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("工号,机构号")).ToArray(), "既不是 UTF-8，也不是 GB18030");
        await Refused([.. "工号"u8, 0xFF, 0xFF, 0xFE], "既不是 UTF-8，也不是 GB18030");
        await Refused([0x7F, 0x45, 0x4C, 0x46, 0, 0, 0, 0, 0, 1], "既不是 CSV 文本，也不是 XLSX 工作簿");
        await Refused([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "不设密码的 XLSX");
    }

    [Fact]
    public async Task Archives_that_are_no_workbook_or_a_bomb()
    {
        await Refused(Zip(("a.txt", "a")), "这是压缩包，不是 Excel 工作簿");
        await Refused(Zip([.. Enumerable.Range(0, 2100).Select(i => ($"xl/{i}.xml", ""))]), "部件太多");
        await Refused(Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>")), "工作簿不完整或已损坏");
        var whole = await AccountFiles.Xlsx(["E1", "", "330106", "公众号", "农行"]);
        await Refused(whole[..^30], "工作簿不完整");
    }

    [Fact]
    public async Task Workbooks_that_contradict_themselves()
    {
        var whole = await AccountFiles.Xlsx(["E1", "", "330106", "公众号", "农行"]);
        await Refused(Workbook.With(whole, "xl/workbook.xml", x => x.Replace("sheetId=", "state=\"unheardOf\" sheetId=")), "没有可见的工作表");
        await Refused(Workbook.With(whole, "xl/_rels/workbook.xml.rels", x => x.Replace("worksheets/sheet1.xml", "worksheets/none.xml")), "不完整或已损坏");
        await Refused(Workbook.With(whole, "xl/worksheets/sheet1.xml", x => x.Replace("工号", "工&#x1;号")), "工作表已损坏");
        // As deep as it goes in 16 MB; the library's own elements ended the process.
        await Refused(Workbook.With(whole, "xl/workbook.xml", x => x.Replace("<sheets>", string.Concat(Enumerable.Repeat("<a>", 2_000_000)) + "<sheets>")), "不完整或已损坏");
    }

    [Fact]
    public async Task An_archive_that_unpacks_to_gigabytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/workbook.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 2100; i++)
            {
                entry.Write(zeros);
            }
        }
        file.Length.ShouldBeLessThan(30 << 20);
        await Refused(file.ToArray(), "解压后超过");
    }

    [Fact]
    public async Task The_page_keeps_its_form_and_says_it_at_the_field()
    {
        var handler = await app.As("HZ1001");
        (await handler.Get("/screening/files/new")).Expect(HttpStatusCode.OK).Text.ShouldContain("最多 100 万行、200 MB");
        var none = await handler.PostForm("/screening/files/new", "/screening/files/new");
        none.Expect(HttpStatusCode.BadRequest).Text.ShouldContain("请选择要导入的文件");
        (await (await app.As("HZ2001")).Get("/screening/files/new")).Expect(HttpStatusCode.Forbidden);
        (await (await app.As("HZ2001")).Get("/screening/files")).Expect(HttpStatusCode.Forbidden);
    }

    private async Task Refused(byte[] file, string says)
    {
        var refused = (await (await app.As("HZ1001")).Import(file, "坏文件")).Expect(HttpStatusCode.BadRequest);
        ((string)refused["breaches"][0]!["message"]!).ShouldContain(says);
        (await app.WithDb(db => db.Set<SealedChunk>().CountAsync())).ShouldBe(0);
        (await app.WithDb(db => db.Set<ScreeningFile>().CountAsync())).ShouldBe(0);
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }
        return file.ToArray();
    }
}
