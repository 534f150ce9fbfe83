using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.IntegrationTests.Walk;

/// <summary>
/// Every page, handler and endpoint, reads and writes, as every kind of person that the demo bank has, as nobody, as a script and
/// as a colleague of another branch. What each hears follows from the permission in walk.tsv and from who sees the record.
/// </summary>
public sealed class WalkTests(GovApp app) : IClassFixture<GovApp>
{
    // Of no record.
    private const string Version = "999";

    private static readonly byte[] Evidence = TestFiles.Png();
    private static readonly string[] Form = ["Version", "Form.Version", "Late.Version"];

    private readonly ConcurrentBag<string> _wrong = [];

    [Fact]
    public async Task Every_endpoint_and_page_handler_has_its_line()
    {
        var keys = (await Keys()).Order(StringComparer.Ordinal).ToList();
        keys.Count.ShouldBeGreaterThan(130);
        var lines = WalkLine.All.Select(l => l.Key).ToList();
        keys.Except(lines).ShouldBeEmpty("Nobody walks there: give it a line in walk.tsv.");
        lines.Except(keys).ShouldBeEmpty("Nothing answers there any more.");
        lines.Distinct().Count().ShouldBe(lines.Count);
    }

    [Fact]
    public async Task Everybody_hears_what_their_permission_and_sight_allow()
    {
        var records = await WalkRecords.Make(app);
        await AsNobody(records);
        using (var script = await app.AsClient())
        {
            var client = new CurrentPerson { Name = "it-demo", ClientId = "it-demo", Scopes = (await Scopes()).ToHashSet() };
            await Walk(new("it-demo", client), script, records, api: true);
        }
        var walkers = await Walkers();
        walkers.Count.ShouldBeGreaterThanOrEqualTo(20);
        await Parallel.ForEachAsync(walkers, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (walker, _) =>
        {
            using var session = new GovClient(app.Address);
            await session.SignIn(walker.Name);
            await Walk(walker, session, records, api: false);
        });
        string.Join('\n', _wrong.Order(StringComparer.Ordinal)).ShouldBeEmpty();
    }

    private async Task Walk(Walker walker, GovClient session, WalkRecords records, bool api)
    {
        var permissions = app.Services.GetRequiredService<PermissionCatalogue>();
        foreach (var line in WalkLine.All.Where(l => l.IsApi || !api))
        {
            var answer = await Ask(session, line, records.Ids);
            var (may, sees) = (walker.May(line, permissions), walker.Sees(line.Record, records.Branch));
            if (Wrong(line, answer, may, sees, permissions[line.Permission]) is { } wrong)
            {
                _wrong.Add($"{walker.Name} {line.Method} {line.Path}: {(int)answer.Status}, {wrong}");
            }
        }
    }

    /// <summary>What is wrong with an answer; null when it is one of those that the line allows.</summary>
    private static string? Wrong(WalkLine line, Answer answer, bool may, bool sees, Permission permission)
    {
        var status = (int)answer.Status;
        if (status >= 500 || (line.IsApi && status is >= 300 and < 400) || status is 401 or 405)
        {
            return "never";
        }
        if (!may)
        {
            int[] expected = sees ? [403] : Walker.Unseen(line.Record);
            return expected.Contains(status) ? null : $"without {permission.Name}: {string.Join(" or ", expected)}";
        }
        if (!sees)
        {
            return status == 404 ? null : "does not see it: 404";
        }
        if (!line.IsWrite && !line.Answers.Contains(status))
        {
            return $"has {permission.Name}: {string.Join(" or ", line.Answers)}";
        }
        // A rule may refuse it all the same, but not for want of the permission.
        var lacks = status == 403 && (answer.Text.Contains(permission.Refusal.Message, StringComparison.Ordinal)
            || answer.Text.Contains(HtmlEncoder.Default.Encode(permission.Refusal.Message), StringComparison.Ordinal));
        return lacks || (line.IsWrite && status == 404) ? $"has {permission.Name} and sees it" : null;
    }

    private async Task AsNobody(WalkRecords records)
    {
        using var nobody = app.Anonymous();
        foreach (var line in WalkLine.All.Where(l => l.Permission != CommonPermissions.Anyone || l.IsApi))
        {
            var answer = await Ask(nobody, line, records.Ids);
            var isRight = line.IsApi
                ? answer.Status == HttpStatusCode.Unauthorized && answer.ContentHeaders.ContentType?.MediaType == "application/problem+json"
                : answer.Status == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal);
            if (!isRight)
            {
                _wrong.Add($"nobody {line.Method} {line.Path}: {(int)answer.Status}");
            }
        }
    }

    /// <summary>What is written is well-formed and of a version that no record has: whoever may is refused too, and the records stay.</summary>
    private static async Task<Answer> Ask(GovClient session, WalkLine line, IReadOnlyDictionary<string, Guid> records)
    {
        using HttpContent? content = !line.IsWrite ? null
            : !line.IsApi ? new FormUrlEncodedContent(Form.Select(name => KeyValuePair.Create(name, Version))
                .Append(new("Form.ApprovalId", records["approval"].ToString())).Append(new("Form.Verdict", "Approve")))
            : line.Key == "POST /api/v1/screening/files" ? new ByteArrayContent(Evidence)
            : line.Path.EndsWith("/{=avatar}", StringComparison.Ordinal) || line.Path.EndsWith("/evidence", StringComparison.Ordinal)
                || line.Path.EndsWith("/verification", StringComparison.Ordinal)
                ? new MultipartFormDataContent { { new ByteArrayContent(Evidence), "evidence", "a.png" }, { new StringContent(Version), "version" }, { new StringContent("说明"), "explanation" },
                    { new StringContent("2026-11-23"), "verifiedOn" }, { new StringContent("2027-11-23"), "verifiedUntil" },
                    { new StringContent("gh_0123456789ab"), "originalId" }, { new StringContent("wx0123456789abcdef"), "appId" } }
                : line.Method == "PATCH" ? JsonContent.Create(new { version = int.Parse(Version) })
                : JsonContent.Create(new { version = int.Parse(Version), reason = "理由", inTime = true, accepted = true, verdict = "Approve" });
        return await session.Send(new HttpMethod(line.Method), line.Filled(records) + (line.Method == "DELETE" ? "?version=" + Version : ""), content);
    }

    /// <summary>One person of each kind (level, department, duties), those of the walk's branch first, and one of another branch.</summary>
    private Task<List<Walker>> Walkers() => app.WithDb(async db =>
    {
        var people = await db.Set<Person>().AsNoTracking().Include(p => p.Institution).ToListAsync();
        var kinds = people.OrderBy(p => p.Institution!.Name == WalkRecords.BranchName ? 0 : 1).ThenBy(p => p.UserName)
            .GroupBy(p => (p.Institution!.Level, p.Department, p.Duties)).Select(g => g.First());
        var stranger = people.Single(p => p.UserName == "GD1001");
        return kinds.Append(stranger).Select(p => new Walker(p.UserName!, p.AsCurrent(p.Institution!))).ToList();
    });

    private async Task<IEnumerable<string>> Scopes()
    {
        await using var scope = app.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<PermissionCatalogue>().All.Select(p => p.Scope).OfType<string>().Distinct();
    }

    /// <summary>From the routes; a page's handlers from its descriptor, which only a loaded page has.</summary>
    private async Task<IEnumerable<string>> Keys()
    {
        var keys = new List<string>();
        var loader = app.Services.GetRequiredService<PageLoader>();
        foreach (var page in app.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            var route = "/" + page.AttributeRouteInfo!.Template;
            var handlers = (await loader.LoadAsync(page, Microsoft.AspNetCore.Http.EndpointMetadataCollection.Empty)).HandlerMethods;
            keys.AddRange(handlers.Select(h => (h.HttpMethod.ToUpperInvariant(), route + (h.Name is null ? "" : "?handler=" + h.Name)))
                .Append(("GET", route)).Distinct().Select(k => WalkLine.KeyOf(k.Item1, k.Item2)));
        }
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is null && !e.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor") && !e.RoutePattern.RawText!.Contains(":file", StringComparison.Ordinal)))
        {
            var route = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            keys.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => WalkLine.KeyOf(m, route)));
        }
        // The description of the API and the token have tests of their own.
        return keys.Where(k => !k.Contains("/swagger", StringComparison.Ordinal) && !k.EndsWith("/connect/token", StringComparison.Ordinal)).Distinct();
    }
}
