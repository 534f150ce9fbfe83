using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Api;

/// <summary>The API's description at /swagger says for every operation what it does, what it answers, by example, and who may call it.</summary>
public sealed class DescriptionTests(GovApp app) : IClassFixture<GovApp>
{
    // Speaks OAuth, which has words of its own, to whoever has no token yet.
    private const string Token = "post /connect/token";

    private static readonly string[] Everywhere = ["400", "401", "403", "404"];

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        var operations = await Operations();
        operations.Count.ShouldBeGreaterThan(50);
        operations.Where(o => string.IsNullOrWhiteSpace((string?)o.Json["summary"])).Select(o => o.Name).ShouldBeEmpty();
        operations.Where(o => !o.Json["responses"]!.AsObject().Any(r => r.Key[0] == '2')).Select(o => o.Name).ShouldBeEmpty();
        operations.Where(o => o.Name != Token).SelectMany(o => Everywhere.Where(status => o.Json["responses"]![status]?["content"]?["application/problem+json"]?["schema"] is null)
            .Select(status => $"{o.Name}: {status}")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_body_and_every_answer_has_an_example_that_fits()
    {
        var bodies = 0;
        foreach (var (name, json) in await Operations())
        {
            foreach (var (type, content) in json["requestBody"]?["content"]?.AsObject() ?? [])
            {
                content!["example"].ShouldNotBeNull($"{name}, {type}");
                bodies++;
            }
            foreach (var (status, response) in json["responses"]!.AsObject())
            {
                foreach (var (type, content) in response!["content"]?.AsObject() ?? [])
                {
                    content!["example"].ShouldNotBeNull($"{name} {status}, {type}");
                }
            }
        }
        bodies.ShouldBeGreaterThan(15);
        var start = (await Operations()).Single(o => o.Name == "post /api/v1/registration/applications").Json;
        start["requestBody"]!["content"]!["application/json"]!["example"]!.ToJsonString().ShouldBe("""{"accountForm":"SubscriptionAccount"}""");
        (await (await app.As("BJ1001")).Post(Applications.Root, start["requestBody"]!["content"]!["application/json"]!["example"]!)).Expect(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Every_operation_asks_for_a_session_and_names_the_scope_that_lets_a_client_in()
    {
        var document = await Document();
        var schemes = document["components"]!["securitySchemes"]!;
        ((string?)schemes["cookie"]!["in"]).ShouldBe("cookie");
        ((string?)schemes["client"]!["flows"]!["clientCredentials"]!["tokenUrl"]).ShouldEndWith("/connect/token");
        var scopes = schemes["client"]!["flows"]!["clientCredentials"]!["scopes"]!.AsObject().Select(s => s.Key).ToList();

        var clients = new Dictionary<string, GovClient>();
        foreach (var scope in scopes)
        {
            clients[scope] = await app.AsClient(scope);
        }
        using var everyScope = await app.AsClient();
        foreach (var (name, json) in (await Operations()).Where(o => o.Name != Token))
        {
            var requirements = json["security"]!.AsArray();
            requirements.Any(r => r!["cookie"] is not null && (name.StartsWith("get ", StringComparison.Ordinal) || r["antiforgery"] is not null)).ShouldBeTrue(name);
            var named = requirements.Select(r => (string?)r!["client"]?[0]).OfType<string>().SingleOrDefault();
            var client = named is null ? everyScope : clients[named];
            var status = (await Ask(client, name)).Status;
            if (named is not null)
            {
                status.ShouldNotBe(HttpStatusCode.Forbidden, $"{name} with {named}");
                // Of a record that is not there the refusal says so.
                (await Ask(clients[scopes.First(s => s != named)], name)).Status
                    .ShouldBeOneOf(name.Contains("{id}", StringComparison.Ordinal) ? [HttpStatusCode.Forbidden, HttpStatusCode.NotFound] : [HttpStatusCode.Forbidden]);
            }
            else if (!name.EndsWith("/antiforgery-token", StringComparison.Ordinal))
            {
                // What a client may never do is refused whatever it holds; a malformed request may be told so first.
                status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.UnsupportedMediaType);
            }
        }
    }

    [Fact]
    public async Task Whatever_is_limited_in_its_rate_says_what_it_answers_then_and_nothing_else_does()
    {
        var limited = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<EnableRateLimitingAttribute>() is not null && e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .SelectMany(e => e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
                .Select(method => $"{method.ToLowerInvariant()} /{e.RoutePattern.RawText!.TrimStart('/')}")).ToList();
        limited.ShouldContain(Token);

        var described = (await Operations()).Where(o => o.Json["responses"]!["429"] is not null).ToList();
        described.Select(o => o.Name).ShouldBe(limited, ignoreOrder: true);
        foreach (var (name, json) in described)
        {
            var answer = json["responses"]!["429"]!;
            answer["headers"]!["Retry-After"].ShouldNotBeNull(name);
            answer["content"]!["application/problem+json"]!["schema"].ShouldNotBeNull(name);
            ((string?)answer["content"]!["application/problem+json"]!["example"]!["title"]).ShouldBe("请求过于频繁", name);
        }
    }

    [Fact]
    public async Task The_token_is_got_as_the_description_says()
    {
        var token = (await Operations()).Single(o => o.Name == Token).Json;
        token["security"]?.AsArray().ShouldBeEmpty();
        var example = token["requestBody"]!["content"]!["application/x-www-form-urlencoded"]!["example"]!.AsObject();
        using var script = app.Anonymous();
        var answer = (await script.Send(HttpMethod.Post, "/connect/token", Form(example))).Expect(HttpStatusCode.OK);
        answer.Json.AsObject().Select(p => p.Key).ShouldBe(Schema("200"), ignoreOrder: true);
        example["client_secret"] = "wrong";
        (await script.Send(HttpMethod.Post, "/connect/token", Form(example))).Expect(HttpStatusCode.Unauthorized)
            .Json.AsObject().Select(p => p.Key).ShouldBeSubsetOf([.. Schema("401"), "error_uri"]);

        IEnumerable<string> Schema(string status) =>
            token["responses"]![status]!["content"]!["application/json"]!["schema"]!["properties"]!.AsObject().Select(p => p.Key);
    }

    private static FormUrlEncodedContent Form(JsonObject fields) => new(fields.Select(f => KeyValuePair.Create(f.Key, (string)f.Value!)));

    private static Task<Answer> Ask(GovClient client, string operation)
    {
        var (method, path) = (operation.Split(' ')[0], operation.Split(' ')[1]);
        path = path.Replace("{code}", "R07-1").Replace("{year}", "2026").Replace("{slot}", "avatar");
        path = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", Guid.Empty.ToString());
        return client.Send(new HttpMethod(method.ToUpperInvariant()), path,
            method == "get" ? null : System.Net.Http.Json.JsonContent.Create(new { version = 1, texts = new[] { "农行" } }));
    }

    private async Task<List<(string Name, JsonObject Json)>> Operations() =>
    [
        .. (await Document())["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Select(o => ($"{o.Key} {path.Key}", o.Value!.AsObject()))),
    ];

    private async Task<JsonNode> Document()
    {
        using var nobody = app.Anonymous();
        return (await nobody.Get("/swagger/v1/swagger.json")).Expect(HttpStatusCode.OK).Json;
    }
}
