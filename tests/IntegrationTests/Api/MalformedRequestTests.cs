using System.Net;
using System.Text;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Api;

/// <summary>What can't be read from a request is answered in Chinese at its field, and never with a fault.</summary>
public sealed class MalformedRequestTests(GovApp app) : IClassFixture<GovApp>
{
    [Theory]
    [InlineData("registration/applications?page=abc", "page", "整数")]
    [InlineData("registration/applications?state=Foo", "state", "Draft、InReview")]
    [InlineData("registration/applications?state=99", "state", "Draft、InReview")]
    [InlineData("registration/applications?submittedFrom=2026-13-45", "submittedFrom", "2026-11-26")]
    [InlineData("registration/applications?institutionId=abc", "institutionId", "ID")]
    [InlineData("registration/applications?sort=foo", "sort", "number、name、institution")]
    [InlineData("registration/applications?sort=--name", "sort", "number")]
    [InlineData("ledger/accounts?state=99", "state", "Standing")]
    [InlineData("ledger/accounts?sort=foo", "sort", "verificationDue")]
    [InlineData("reviews?sort=foo", "sort", "opened、finished")]
    [InlineData("approvals?sort=foo", "sort", "decided")]
    [InlineData("plans?sort=foo", "sort", "effectiveFrom")]
    [InlineData("plans?inForce=perhaps", "inForce", "true")]
    [InlineData("work-items?sort=foo", "sort", "since")]
    [InlineData("organisation/institutions?sort=foo", "sort", "placeName")]
    [InlineData("organisation/institutions?level=9", "level", "HeadOffice")]
    [InlineData("screening/cases?overdue=abc", "overdue", "true")]
    [InlineData("screening/cases?sort=foo", "sort", "number、institution、due")]
    [InlineData("screening/files/3f2504e0-4f89-41d3-9a0c-0305e82c3301/findings?sort=foo", "sort", "row、employee")]
    public async Task A_parameter_that_cannot_be_read_is_named(string path, string field, string said) =>
        Named(await (await app.As("HQ1002")).Get(path), field, said);

    [Theory]
    [InlineData("registration/applications", """{"accountForm":"Foo"}""", "accountForm", "ServiceAccount")]
    [InlineData("registration/applications", """{"accountForm":"ServiceAccount","accountForm":"SubscriptionAccount"}""", "accountForm", "重复")]
    [InlineData("registration/applications", """{"accountForm":""", null, "JSON")]
    [InlineData("registration/applications", "", null, "JSON")]
    [InlineData("registration/applications", "[]", null, "JSON")]
    [InlineData("registration/applications/{id}/submit", """{"version":"x"}""", "version", "整数")]
    [InlineData("registration/applications/{id}/withdraw", """{"version":1,"reason":5}""", "reason", "文字")]
    [InlineData("registration/applications/{id}/withdraw", """{"version":1,"reason":"\ud800"}""", "reason", "文字")]
    [InlineData("registration/applications/{id}/submit", "{}", "version", "请提供版本号")]
    [InlineData("registration/applications/{id}/withdraw", "{}", "version", "请提供版本号")]
    [InlineData("registration/applications/{id}/discard", "{}", "version", "请提供版本号")]
    [InlineData("plans", """{"title":"规划","effectiveFrom":"2026-13-45"}""", "effectiveFrom", "2026-11-26")]
    public async Task A_body_that_cannot_be_read_names_its_field(string path, string body, string? field, string said)
    {
        var handler = await app.As("ZJ1001");
        var id = path.Contains("{id}", StringComparison.Ordinal) ? await Draft(handler) : default;
        Named(await handler.Send(HttpMethod.Post, path.Replace("{id}", id.ToString(), StringComparison.Ordinal), Json(body)), field, said);
    }

    [Theory]
    [InlineData("""{"version":1,"introduction":"甲","introduction":"乙"}""", null)]
    [InlineData("""{"version":1,"administrator":{"name":"甲","name":"乙"}}""", null)]
    [InlineData("""{"version":1,"introduction":"\ud800"}""", "introduction")]
    [InlineData("""{"version":1,"administrator":{"name":"\udc00"}}""", "administrator.name")]
    [InlineData("""{"version":1,"\ud800":"甲"}""", null)]
    [InlineData("""{"version":1,"purposes":{"\ud800":1}}""", null)]
    [InlineData("""{"version":1,"introduction":[["\ud800"]]}""", "introduction")]
    [InlineData("""{"introduction":"甲"}""", "version")]
    [InlineData("""{"version":"1"}""", "version")]
    [InlineData("""[]""", null)]
    [InlineData("""null""", null)]
    public async Task A_patch_that_cannot_be_read_changes_nothing(string patch, string? field)
    {
        var handler = await app.As("ZJ1001");
        var id = await Draft(handler);
        var answer = await handler.Send(HttpMethod.Patch, $"{Applications.Root}/{id}", Json(patch));
        answer.Expect(HttpStatusCode.BadRequest);
        ((string?)answer["breaches"][0]!["field"]).ShouldBe(field, answer.Text);
        ((int)(await handler.Get($"{Applications.Root}/{id}"))["version"]).ShouldBe(1);
    }

    [Theory]
    [InlineData("approvals", "decided")]
    [InlineData("approvals", "-title")]
    [InlineData("plans", "title")]
    [InlineData("plans", "-effectiveFrom")]
    public async Task A_known_sort_is_taken(string path, string sort) =>
        (await (await app.As("HQ1002")).Get($"{path}?sort={sort}")).Expect(HttpStatusCode.OK);

    private static async Task<Guid> Draft(GovClient handler) =>
        (Guid)(await handler.Post(Applications.Root, new { accountForm = "SubscriptionAccount" })).Expect(HttpStatusCode.Created)["id"];

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static void Named(Answer answer, string? field, string said)
    {
        answer.Expect(HttpStatusCode.BadRequest);
        answer.ContentHeaders.ContentType!.MediaType.ShouldBe("application/problem+json");
        var breach = answer["breaches"].AsArray().ShouldHaveSingleItem()!;
        ((string?)breach["field"]).ShouldBe(field, answer.Text);
        ((string)breach["message"]!).ShouldContain(said);
    }
}
