using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Api;

/// <summary>A body that is too large or of another type is told what would be taken in.</summary>
public sealed class RefusedBodyTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    [Theory]
    [InlineData("POST", "registration/applications", "text/plain", "application/json")]
    [InlineData("PATCH", $"registration/applications/{Id}", "text/plain", "application/merge-patch+json 或 application/json")]
    [InlineData("POST", $"registration/applications/{Id}/files/avatar", "application/json", "multipart/form-data")]
    [InlineData("POST", "screening/check", "text/plain", "application/json")]
    [InlineData("POST", "screening/files", "application/pdf", "application/octet-stream 或 text/csv")]
    public async Task Another_content_type_is_415_and_names_those_taken(string method, string path, string sent, string taken)
    {
        var answer = await (await app.As("ZJ1001")).Send(new(method), path, new StringContent("accountForm=1", Encoding.UTF8, sent));
        answer.Expect(HttpStatusCode.UnsupportedMediaType);
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe("application/problem+json");
        var message = (string)answer["breaches"].AsArray().ShouldHaveSingleItem()!["message"]!;
        message.ShouldContain($"不接受 {sent}");
        message.ShouldContain($"请以 {taken}");
    }

    [Theory]
    [InlineData("registration/applications", "application/json", "128 MB")]
    [InlineData($"registration/applications/{Id}/files/avatar", "multipart/form-data; boundary=x", "128 MB")]
    public async Task A_body_beyond_the_limit_is_413_and_names_it(string path, string type, string limit)
    {
        var (status, body) = await Announce(await app.As("ZJ1001"), "/api/v1/" + path, type);
        status.ShouldBe(413, body);
        var problem = JsonNode.Parse(body)!;
        ((string?)problem["title"]).ShouldBe("内容过大");
        ((string)problem["breaches"]![0]!["message"]!).ShouldContain($"超过了 {limit} 的上限");
    }

    [Fact]
    public async Task A_page_names_the_limit_too()
    {
        var (status, body) = await Announce(await app.As("ZJ1001"), "/registration/applications/new", "application/x-www-form-urlencoded");
        status.ShouldBe(413, body);
        body.ShouldContain("超过了 128 MB 的上限");
    }

    /// <summary>Says that a quarter of a gigabyte is to come, and sends none of it: the server declines before it reads.</summary>
    private async Task<(int Status, string Body)> Announce(GovClient person, string path, string type)
    {
        using var socket = new TcpClient(app.Address.Host, app.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {app.Address.Authority}\r\nConnection: close\r\n{person.SessionHeaders}"
            + $"Content-Type: {type}\r\nContent-Length: {256 << 20}\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        var body = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        // Chunked: the first line is a length, the rest is read up to its end.
        return (int.Parse(answer.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture),
            body.IndexOf('{') is var start and >= 0 && !body.Contains('<') ? body[start..(body.LastIndexOf('}') + 1)] : body);
    }
}
