using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>The most that a file may hold, with small settings: the ordinary ones are a million rows and 200 MB.</summary>
public sealed class LimitTests : IAsyncLifetime, IDisposable
{
    private const string TooLarge = "文件超过 1 MB。请只保留需要排查的列，或者分成几个文件导入。";

    private readonly GovApp _app = new();

    public Task InitializeAsync()
    {
        _app.Settings["Screening:MostRows"] = "10060";
        _app.Settings["Screening:MostBytes"] = "1048576";
        return _app.InitializeAsync();
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task As_many_rows_as_the_limit_are_screened_one_more_is_said_and_the_rest_kept()
    {
        var handler = await _app.As("HZ1001");
        (await handler.Get("/screening/files/new")).Text.ShouldContain("最多 10,060 行、1 MB");
        // Of them 10,059 bad ones: more than are listed.
        var rows = Enumerable.Range(1, 10_059).Select(i => $",,,,{i},,").Append("E1,甲,330106,公众号,农行甲,,").ToArray();
        var (id, full) = await handler.Screened(AccountFiles.Csv(rows));
        ((string)full["state"]!, (int)full["rows"], (int)full["badRows"], (int)full["findings"]).ShouldBe(("Completed", 10_060, 10_059, 1));
        var last = await handler.Get($"screening/files/{id}/bad-rows?page=100&pageSize=100");
        ((int)last["items"].AsArray()[^1]!["row"]!).ShouldBe(10_001);
        (await handler.Get($"screening/files/{id}/bad-rows?page=101&pageSize=100"))["items"].AsArray().ShouldBeEmpty();
        var page = (await handler.Get($"/screening/files/{id}?tab=bad")).Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("10,059");
        page.ShouldContain("只列出前 10,000 行");

        var (over, more) = await handler.Screened(AccountFiles.Csv([.. rows, "E2,乙,330106,公众号,农行乙,,"]));
        ((string)more["state"]!, (int)more["rows"], (int)more["findings"]).ShouldBe(("Failed", 10_060, 1));
        ((string)more["problem"]!).ShouldBe("文件超过 10,060 行，后面的行没有排查。请分成几个文件导入。");
        (await handler.Findings(over)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_as_large_as_the_limit_is_taken_and_a_byte_more_is_refused()
    {
        var handler = await _app.As("HZ1001");
        var heading = Encoding.UTF8.GetBytes(AccountFiles.Heading + "\nE1,甲,330106,公众号,天气,,");
        byte[] Of(int length) => [.. heading, .. Enumerable.Repeat((byte)' ', length - heading.Length)];
        var (_, detail) = await handler.Screened(Of(1 << 20));
        ((string)detail["state"]!, (int)detail["rows"]).ShouldBe(("Completed", 1));
        var refused = (await handler.Import(Of((1 << 20) + 1))).Expect(HttpStatusCode.BadRequest);
        ((string)refused["breaches"][0]!["message"]!).ShouldBe(TooLarge);
    }

    [Fact]
    public async Task One_so_large_that_the_server_does_not_begin_to_read_it_is_refused_with_the_limit_too()
    {
        var handler = await _app.As("HZ1001");
        var answer = await Announced(handler, "/api/v1/screening/files", 300L << 20);
        answer.ShouldStartWith("HTTP/1.1 400");
        answer.ShouldContain(TooLarge);
        answer.ShouldContain("\"field\":\"upload\"");
        (await _app.WithDb(db => db.Set<ScreeningFile>().CountAsync())).ShouldBe(0);

        const string page = "/screening/files/new";
        var form = await Announced(handler, page, 300L << 20);
        form.ShouldStartWith("HTTP/1.1 303");
        form.ShouldContain($"Location: {page}?tooLarge=true");
        var shown = (await handler.Get(page + "?tooLarge=true")).Expect(HttpStatusCode.BadRequest).Text;
        shown.ShouldContain(TooLarge);
        shown.ShouldContain("aria-invalid");
        (await handler.Upload(page, "Upload", new byte[(1 << 20) + 1], "a.csv")).Expect(HttpStatusCode.BadRequest).Text.ShouldContain(TooLarge);
    }

    /// <summary>The answer to a request that says how long its body is, and sends nothing of it.</summary>
    private async Task<string> Announced(GovClient person, string path, long length)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(_app.Address.Host, _app.Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {_app.Address.Authority}\r\n{person.SessionHeaders}Content-Type: application/octet-stream\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
