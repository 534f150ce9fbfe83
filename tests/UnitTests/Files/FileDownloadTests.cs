using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Files;

namespace WeChatBankGov.UnitTests.Files;

public sealed class FileDownloadTests : IAsyncLifetime
{
    private KernelHouse _house = null!;

    public async Task InitializeAsync() => _house = await KernelHouse.Build();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task A_picture_shows_in_the_page_under_its_chinese_name()
    {
        var file = await Store(SampleFiles.Picture(400, 400), "头像 1.png");
        var (response, body) = await Download(file.Sha256, "头像 1.png");
        response.ContentType.ShouldBe("image/png");
        response.Headers.ContentDisposition.ToString().ShouldBe("inline; filename=\"__ 1.png\"; filename*=UTF-8''%E5%A4%B4%E5%83%8F%201.png");
        response.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        response.Headers.CacheControl.ToString().ShouldBe("private, no-cache");
        response.ContentLength.ShouldBe(body.Length);
        body.ShouldBe(await Stored.Read(_house, file.Sha256));
    }

    [Fact]
    public async Task A_pdf_is_saved_and_can_do_nothing()
    {
        var pdf = SampleFiles.Pdf((2 << 20) + 7);
        var file = await Store(pdf, "证书.pdf");
        var (response, body) = await Download(file.Sha256, "证书.pdf");
        response.Headers.ContentDisposition.ToString().ShouldStartWith("attachment;");
        response.Headers.ContentSecurityPolicy.ToString().ShouldContain("sandbox");
        body.ShouldBe(pdf);
    }

    [Fact]
    public async Task What_the_browser_has_already_is_not_sent_again()
    {
        var file = await Store(SampleFiles.Picture(400, 400), "a.png");
        var (first, _) = await Download(file.Sha256, "a.png");
        var (second, body) = await Download(file.Sha256, "a.png", first.Headers.ETag.ToString());
        second.StatusCode.ShouldBe(304);
        body.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unknown_address_is_not_found()
    {
        var (response, body) = await Download(new string('0', 64), "a.png");
        response.StatusCode.ShouldBe(404);
        body.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_store_holds_one_chunk_at_a_time_and_seeks()
    {
        var pdf = SampleFiles.Pdf(8 << 20);
        var file = await Store(pdf, "a.pdf");
        await using var stream = (await _house.Services.GetRequiredService<FileStore>().OpenRead(file.Sha256, default)).ShouldNotBeNull();
        var buffer = new byte[64];
        stream.Seek(-64, SeekOrigin.End);
        (await stream.ReadAtLeastAsync(buffer, 64)).ShouldBe(64);
        buffer.ShouldBe(pdf[^64..]);
        (await stream.ReadAsync(buffer)).ShouldBe(0);
        stream.Position = (1 << 20) - 10;
        stream.ReadAtLeast(buffer, 64).ShouldBe(64);
        buffer.ShouldBe(pdf[((1 << 20) - 10)..((1 << 20) + 54)]);
    }

    [Fact]
    public async Task A_chunk_that_is_gone_is_a_fault_and_not_a_shorter_file()
    {
        var file = await Store(SampleFiles.Pdf(2 << 20), "a.pdf");
        await _house.Database(db => db.Set<FileChunk>().Where(c => c.Index == 1).ExecuteDeleteAsync());
        await Should.ThrowAsync<InvalidDataException>(() => Stored.Read(_house, file.Sha256));
    }

    private async Task<AcceptedFile> Store(byte[] bytes, string name) =>
        (await _house.Send(new StoreFile.Command(new MemoryStream(bytes), name, SampleFiles.Design))).Value;

    private async Task<(HttpResponse Response, byte[] Body)> Download(string sha256, string name, string? ifNoneMatch = null)
    {
        var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = _house.Services, Response = { Body = body } };
        http.Request.Method = "GET";
        if (ifNoneMatch is not null)
        {
            http.Request.Headers.IfNoneMatch = ifNoneMatch;
        }
        await new FileDownload(sha256, name).ExecuteAsync(http);
        return (http.Response, body.ToArray());
    }
}
