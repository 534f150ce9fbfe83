using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>
/// Every page and endpoint that reads, as every kind of person, with the ids of one branch's own records: nobody meets a fault,
/// whoever has not signed in sees nothing, and a colleague of another branch hears that there is nothing.
/// </summary>
public sealed partial class WalkTests(GovApp app) : IClassFixture<GovApp>
{
    /// <summary>Open to everybody, each with its reason in the architecture tests.</summary>
    private static readonly string[] Open = ["/health", "/sign-in", "/error/404"];

    [Fact]
    public async Task Nobody_meets_a_fault_and_strangers_find_nothing()
    {
        var records = await Records();
        var paths = Paths(records);
        paths.Count.ShouldBeGreaterThan(50);

        using (var nobody = app.Anonymous())
        {
            foreach (var path in paths.Except(Open))
            {
                var answer = await nobody.Get(path);
                var expected = path.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect;
                answer.Status.ShouldBe(expected, $"GET {path} without sign-in");
            }
        }
        foreach (var person in (string[])["ZJ1001", "ZJ2001", "HZ1001", "XH1001", "HQ1002", "HQ2001", "HQ3001", "HQ9001", "HQ9101", "HQ9102", "HQ9103"])
        {
            await Walk(await app.As(person), person, paths, [200, 302, 303, 400, 403, 404, 405]);
        }
        using (var script = await app.AsClient())
        {
            await Walk(script, "it-demo", [.. paths.Where(p => p.StartsWith("/api", StringComparison.Ordinal))], [200, 400, 403, 404]);
        }
        var stranger = await app.As("GD1001");
        foreach (var path in paths.Where(p => records.Values.Any(id => p.Contains(id.ToString(), StringComparison.Ordinal))))
        {
            (await stranger.Get(path)).Status.ShouldBe(HttpStatusCode.NotFound, $"GET {path} as a colleague of another branch");
        }
    }

    private static async Task Walk(GovClient person, string who, IReadOnlyList<string> paths, int[] allowed)
    {
        foreach (var path in paths)
        {
            var answer = await person.Get(path);
            allowed.ShouldContain((int)answer.Status, $"GET {path} as {who}: {(int)answer.Status}");
        }
    }

    /// <summary>An application that went all the way to the ledger, with everything that belongs to it.</summary>
    private async Task<Dictionary<string, Guid>> Records()
    {
        var (handler, office, head) = (await app.As("ZJ1001"), await app.As("ZJ2001"), await app.As("HQ1002"));
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await office.Judge(id)).Expect(HttpStatusCode.OK);
        (await head.Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        return new()
        {
            ["registration/applications"] = id,
            ["fileId"] = (Guid)(await handler.Get($"{Applications.Root}/{id}"))["files"][0]!["id"]!,
            ["reviews"] = Only(await office.Get("reviews?pageSize=100"), id),
            ["approvals"] = Only(await head.Get("approvals?pageSize=100"), id),
            ["ledger/accounts"] = (Guid)(await handler.Get("ledger/accounts?search=浙江"))["items"][0]!["id"]!,
        };
    }

    private static Guid Only(Answer list, Guid subject) =>
        (Guid)list["items"].AsArray().Single(item => (Guid)item!["subjectId"]! == subject)!["id"]!;

    /// <summary>Every route that answers GET, its parameters filled in.</summary>
    private List<string> Paths(Dictionary<string, Guid> records) =>
    [
        .. app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
            .Where(route => !route.StartsWith("/Identity", StringComparison.Ordinal) && !route.StartsWith("/swagger", StringComparison.Ordinal)
                && !AssetPath().IsMatch(route) && route != "/connect/token")
            .Select(route => Fill(route, records))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    private static string Fill(string route, Dictionary<string, Guid> records) => Parameter().Replace(route, match =>
        match.Groups["name"].Value switch
        {
            "fileId" => records["fileId"].ToString(),
            "id" => (records.FirstOrDefault(r => route.Contains(r.Key + "/{", StringComparison.Ordinal)) is { Key: not null } record
                ? record.Value
                : Guid.Empty).ToString(),
            "status" => "404",
            "year" => "2026",
            "code" => "R07-1",
            _ => "1",
        });

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\.(css|js|svg|png|ico|map|woff2?|ttf|txt|html|md|gz|br)")]
    private static partial Regex AssetPath();
}
