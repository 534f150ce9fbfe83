using System.Text;
using Microsoft.EntityFrameworkCore;
using SkiaSharp;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.UnitTests.Files;

public sealed class FileIntakeTests : IAsyncLifetime
{
    private KernelHouse _house = null!;

    public async Task InitializeAsync() => _house = await KernelHouse.Build();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task A_png_is_drawn_anew_without_what_it_carried()
    {
        var sent = SampleFiles.WithComment(SampleFiles.Picture(400, 400), "<script>alert(1)</script>");
        var file = (await Store(sent, "头像.png")).Value;
        var stored = await Read(file.Sha256);
        (file.ContentType, file.Width, file.Height, file.FileName).ShouldBe(("image/png", 400, 400, "头像.png"));
        file.Length.ShouldBe(stored.Length);
        Encoding.Latin1.GetString(sent).ShouldContain("<script>");
        Encoding.Latin1.GetString(stored).ShouldNotContain("<script>");
        using var picture = SKBitmap.Decode(stored);
        picture.GetPixel(10, 10).ShouldBe(SKColors.Red);
        picture.GetPixel(390, 390).ShouldBe(SKColors.Teal);
    }

    [Fact]
    public async Task A_telephone_photograph_is_turned_upright_and_forgets_where_it_was_taken()
    {
        var file = (await Store(SampleFiles.TelephoneJpeg(400, 300), "IMG_1.JPG", SampleFiles.Design)).Value;
        var stored = await Read(file.Sha256);
        (file.ContentType, file.Width, file.Height, file.FileName).ShouldBe(("image/jpeg", 300, 400, "IMG_1.JPG"));
        Encoding.Latin1.GetString(stored).ShouldNotContain("GPS");
        using var picture = SKBitmap.Decode(stored);
        picture.Width.ShouldBe(300);
        // The red quarter was at the upper left; turned clockwise it is at the upper right.
        picture.GetPixel(290, 10).Red.ShouldBeGreaterThan((byte)200);
        picture.GetPixel(10, 10).Red.ShouldBeLessThan((byte)60);
    }

    [Fact]
    public async Task A_transparent_png_stays_transparent()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(300, 300, SKColorType.Rgba8888, SKAlphaType.Unpremul));
        bitmap.SetPixel(1, 1, new SKColor(200, 100, 50, 128));
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        var file = (await Store(data.ToArray(), "a.png")).Value;
        using var stored = SKBitmap.Decode(await Read(file.Sha256));
        stored.GetPixel(0, 0).Alpha.ShouldBe((byte)0);
        stored.GetPixel(1, 1).Alpha.ShouldBe((byte)128);
    }

    [Fact]
    public async Task A_pdf_is_stored_as_it_is()
    {
        var pdf = SampleFiles.Pdf(5000);
        var file = (await Store(pdf, "设计稿.PDF", SampleFiles.Design)).Value;
        (await Read(file.Sha256)).ShouldBe(pdf);
        (file.ContentType, file.Width, file.FileName).ShouldBe(("application/pdf", null, "设计稿.PDF"));
    }

    [Theory]
    [InlineData(1 << 20, 1)]
    [InlineData((1 << 20) + 1, 2)]
    [InlineData((1 << 20) - 1, 1)]
    [InlineData(3 << 20, 3)]
    public async Task Chunks_end_where_they_should(int length, int chunks)
    {
        var pdf = SampleFiles.Pdf(length);
        var file = (await Store(pdf, "a.pdf", SampleFiles.Design)).Value;
        (await Read(file.Sha256)).ShouldBe(pdf);
        (await _house.Database(db => db.Set<FileChunk>().CountAsync(c => c.Sha256 == file.Sha256))).ShouldBe(chunks);
        (await _house.Database(db => db.Set<FileChunk>().MaxAsync(c => c.Bytes.Length))).ShouldBe(Math.Min(length, 1 << 20));
    }

    [Fact]
    public async Task The_end_mark_is_found_across_a_cut()
    {
        var pdf = SampleFiles.Pdf((1 << 20) + 3);
        (await Store(pdf, "a.pdf", SampleFiles.Design)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task The_same_bytes_are_stored_once()
    {
        var picture = SampleFiles.Picture(400, 400);
        var first = (await Store(picture, "甲.png")).Value;
        var second = (await Store(picture, "乙.png")).Value;
        second.Sha256.ShouldBe(first.Sha256);
        second.FileName.ShouldBe("乙.png");
        (await _house.Database(db => db.Set<FileContent>().CountAsync())).ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_uploads_the_same_bytes_at_the_same_moment_succeeds_too(bool canSeek)
    {
        var picture = SampleFiles.Picture(400, 400);
        var runs = 0;
        var mine = await _house.Send(new StoreFile.Command(new Slow(picture, canSeek), "我的.png", SampleFiles.Avatar)
        {
            BeforeSaving = async () =>
            {
                if (++runs == 1)
                {
                    (await Store(picture, "别人的.png")).Succeeded.ShouldBeTrue();
                }
            },
        });
        mine.Value.FileName.ShouldBe("我的.png");
        runs.ShouldBe(2);
        (await _house.Database(db => db.Set<FileContent>().CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task No_more_is_read_than_the_limit_and_one_byte()
    {
        var endless = new Endless();
        var refusal = (await _house.Send(new StoreFile.Command(endless, "大.png", SampleFiles.Avatar))).Refusal!;
        refusal.Breaches.Single().Message.ShouldStartWith("“大.png”超过了 2 MB。");
        endless.Given.ShouldBe((2 << 20) + 1);
    }

    [Fact]
    public async Task A_decompression_bomb_is_refused_by_its_header()
    {
        var bomb = SampleFiles.DecompressionBomb(20_000);
        bomb.Length.ShouldBeLessThan(1 << 20);
        var before = GC.GetTotalAllocatedBytes();
        var refusal = (await Store(bomb, "图.png", SampleFiles.Design)).Refusal!;
        refusal.Kind.ShouldBe(RefusalKind.Shape);
        refusal.Breaches.Single().Message.ShouldBe("“图.png”为 20000×20000 像素，超过了 2500 万像素的上限。请缩小后再上传。");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(16 << 20);
    }

    [Fact]
    public async Task A_picture_of_the_wrong_size_hears_everything_at_once()
    {
        var refusal = (await Store(SampleFiles.Picture(200, 2100), "长.png")).Refusal!;
        refusal.Breaches.Select(b => b.Field).ShouldAllBe(field => field == "avatar");
        refusal.Breaches.Select(b => b.Message).ShouldBe([
            "“长.png”为 200×2100 像素，不是正方形。请裁剪为宽高相等后再上传。",
            "“长.png”为 200×2100 像素，宽和高都不得少于 300 像素。请换用更清晰的图片。",
            "“长.png”为 200×2100 像素，宽和高都不得超过 2000 像素。请缩小后再上传。"]);
    }

    private Task<Outcome<AcceptedFile>> Store(byte[] bytes, string name, FileRule? rule = null) =>
        _house.Send(new StoreFile.Command(new MemoryStream(bytes), name, rule ?? SampleFiles.Avatar));

    private Task<byte[]> Read(string sha256) => Stored.Read(_house, sha256);

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class Slow(byte[] bytes, bool canSeek) : MemoryStream(bytes)
    {
        public override bool CanSeek => canSeek;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, 1000)], cancellationToken);
    }

    private sealed class Endless : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Given += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
