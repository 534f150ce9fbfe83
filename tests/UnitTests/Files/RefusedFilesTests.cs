using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.UnitTests.Files;

/// <summary>What must not come in, whatever it is called: each answered by a sentence that says what was found.</summary>
public sealed class RefusedFilesTests : IAsyncLifetime
{
    private const string Allowed = "头像只接受 PNG、JPEG 图片，不超过 2 MB，正方形，边长 300～2000 像素。";

    private KernelHouse _house = null!;

    public async Task InitializeAsync() => _house = await KernelHouse.Build();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    public static TheoryData<string, byte[], string> Wrong => new()
    {
        { "图.png", SampleFiles.ZipBomb(), "压缩包或 Office 文档（ZIP）" },
        { "图.jpg", Encoding.UTF8.GetBytes("\uFEFF<!DOCTYPE html><html><body>你好"), "网页（HTML）" },
        { "图.png", Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "SVG 矢量图" },
        { "图.gif", Encoding.ASCII.GetBytes("GIF89a......"), "GIF 图片" },
        { "图.png", [0, 0, 0, 24, .. "ftypheic"u8], "HEIC 图片（手机照片格式）" },
        { "图.png", SampleFiles.Pdf(2000), "PDF 文档" },
        { "图.png", Encoding.UTF8.GetBytes("只是一段文字"), "文本" },
        { "图.png", [1, 2, 3, 0xFE, 0xFF], "无法识别的格式" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Another_type_is_refused_by_its_content(string name, byte[] bytes, string found) =>
        (await Refused(bytes, name)).ShouldBe($"“{name}”的内容是{found}，不在允许的类型之内（类型按内容判断，与扩展名无关）。{Allowed}");

    [Fact]
    public async Task An_empty_file_is_refused() =>
        (await Refused([], "图.png")).ShouldBe($"“图.png”是空文件，没有任何内容。{Allowed}");

    [Fact]
    public async Task A_file_of_30_MB_is_refused_with_its_size() =>
        (await Refused(new byte[30 << 20], "图.png")).ShouldBe($"“图.png”大小为 30 MB，超过了 2 MB。{Allowed}");

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(600)]
    public async Task A_truncated_png_is_refused(int length) =>
        (await Refused(SampleFiles.Picture(1000, 1000)[..length], "图.png")).ShouldBe("“图.png”是不完整或已损坏的PNG图片，无法打开。请重新导出后再上传。");

    [Fact]
    public async Task A_truncated_jpeg_is_refused()
    {
        var jpeg = SampleFiles.Picture(1000, 1000, SkiaSharp.SKEncodedImageFormat.Jpeg);
        (await Refused(jpeg[..(jpeg.Length / 2)], "图.jpg")).ShouldBe("“图.jpg”是不完整或已损坏的JPEG图片，无法打开。请重新导出后再上传。");
    }

    [Fact]
    public async Task A_pdf_without_its_end_is_refused() =>
        (await Refused(SampleFiles.Pdf(3000)[..2900], "a.pdf", SampleFiles.Design)).ShouldBe("“a.pdf”是不完整的 PDF 文档（没有结束标记），可能没有传完。请重新导出后再上传。");

    [Fact]
    public async Task A_name_in_a_message_cannot_turn_the_sentence_around() =>
        (await Refused([], "\u202Egnp.exe\u0007")).ShouldStartWith("“gnp.exe”是空文件");

    [Theory]
    [InlineData("C:\\Users\\王\\头像.png", "头像.png")]
    [InlineData("../../etc/passwd", "passwd.png")]
    [InlineData("a\u202Egnp.exe", "agnp.exe.png")]
    [InlineData("x\0\r\n\t.png", "x.png")]
    [InlineData("e\u0301.PNG", "é.PNG")]
    [InlineData("", "文件.png")]
    [InlineData(" .png", "文件.png")]
    [InlineData("a\uD83D.png", "a.png")]
    [InlineData("a<b>:\"|?*.png", "ab.png")]
    public void A_name_is_cleaned(string sent, string kept) => FileName.Clean(sent, FileKind.Png).ShouldBe(kept);

    [Fact]
    public void A_long_name_keeps_its_ending_and_whole_characters()
    {
        var name = FileName.Clean(string.Concat(Enumerable.Repeat("x😀", 60)) + ".png", FileKind.Png);
        name.Length.ShouldBeInRange(118, 120);
        name.ShouldEndWith(".png");
        name.EnumerateRunes().ShouldNotContain(Rune.ReplacementChar);
    }

    private async Task<string> Refused(byte[] bytes, string name, FileRule? rule = null)
    {
        var refusal = (await _house.Send(new StoreFile.Command(new MemoryStream(bytes), name, rule ?? SampleFiles.Avatar))).Refusal.ShouldNotBeNull();
        refusal.Kind.ShouldBe(RefusalKind.Shape);
        (await _house.Database(db => db.Set<FileContent>().CountAsync())).ShouldBe(0);
        var breach = refusal.Breaches.ShouldHaveSingleItem();
        breach.Field.ShouldBe("avatar");
        return breach.Message;
    }
}
