using System.Net;
using System.Text.Json.Nodes;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Api;

/// <summary>The API's description at /swagger says for every operation what it does, what it answers, by example, and who may call it.</summary>
public sealed class DescriptionTests(GovApp app) : IClassFixture<GovApp>
{
    private static readonly string[] Everywhere = ["400", "401", "403", "404"];

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_refuses()
    {
        var operations = await Operations();
        operations.Count.ShouldBeGreaterThan(50);
        operations.Where(o => string.IsNullOrWhiteSpace((string?)o.Json["summary"])).Select(o => o.Name).ShouldBeEmpty();
        operations.Where(o => !o.Json["responses"]!.AsObject().Any(r => r.Key[0] == '2')).Select(o => o.Name).ShouldBeEmpty();
        operations.SelectMany(o => Everywhere.Where(status => o.Json["responses"]![status]?["content"]?["application/problem+json"]?["schema"] is null)
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
        foreach (var (name, json) in await Operations())
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
