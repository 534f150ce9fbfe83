using System.Net;
using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>Whatever is wrong with a verification's form is told at once, each at its field: dates, ids, the file, and rules beside the file.</summary>
public sealed class VerificationFormTests(GovApp app) : IClassFixture<GovApp>
{
    private static readonly byte[] Html = "<!doctype html><html><body>认证成功</body></html>"u8.ToArray();

    private static readonly (string Field, string Value)[] Wrong =
        [("verifiedOn", "abc"), ("verifiedUntil", "2027-02-30"), ("originalId", "gh_1"), ("appId", "wx")];

    [Fact]
    public async Task Dates_ids_and_file_are_told_in_one_answer()
    {
        var handler = await app.As("ZJ1001");
        var (_, account) = await app.ApprovedAccount();

        var rest = await handler.Upload($"ledger/accounts/{account}/verification", "evidence", Html, "认证.png", [.. Wrong, ("version", "1")]);
        rest.Expect(HttpStatusCode.BadRequest);
        Said(rest, "verifiedOn").ShouldBe("“abc”不是有效的日期，请写作 2026-11-26 的样式。");
        Said(rest, "verifiedUntil").ShouldBe("“2027-02-30”不是有效的日期，请写作 2026-11-26 的样式。");
        Said(rest, "originalId").ShouldContain("gh_");
        Said(rest, "appId").ShouldContain("wx");
        Said(rest, "evidence").ShouldContain("的内容是网页（HTML）");

        var page = (await OnPage(handler, account, Wrong)).Expect(HttpStatusCode.BadRequest);
        AtField(page, "VerifiedOn").ShouldContain("“abc”不是有效的日期，请写作 2026-11-26 的样式。");
        AtField(page, "VerifiedUntil").ShouldContain("“2027-02-30”不是有效的日期");
        AtField(page, "OriginalId").ShouldContain("以 gh_ 开头");
        AtField(page, "AppId").ShouldContain("以 wx 开头");
        AtField(page, "Evidence").ShouldContain("的内容是网页（HTML）");

        var empty = (await OnPage(handler, account, ("verifiedOn", ""))).Expect(HttpStatusCode.BadRequest);
        AtField(empty, "VerifiedOn").ShouldContain("请填写认证日期。");
        AtField(empty, "Evidence").ShouldContain("的内容是网页（HTML）");

        // A rule is asked of a form that can be read, and the file beside it all the same.
        var early = (await OnPage(handler, account, ("verifiedOn", "2026-01-05"), ("verifiedUntil", "2027-01-05"),
            ("originalId", "gh_0123456789ab"), ("appId", "wx0123456789abcdef"))).Expect(HttpStatusCode.UnprocessableEntity);
        AtField(early, "VerifiedOn").ShouldContain("早于批准日");
        AtField(early, "Evidence").ShouldContain("的内容是网页（HTML）");

        ((string?)(await handler.Account(account))["state"]).ShouldBe("AwaitingVerification");
        (await handler.Record(account, "2026/11/23", "2027-11-23")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Dates_of_other_pages_say_how_a_day_is_written()
    {
        var publisher = await app.As("HQ1002");
        var plan = await publisher.PostForm("/plans/new", "/plans/new", ("Form.Title", "规划"), ("Form.EffectiveFrom", "明年"), ("Form.EffectiveTo", "2027-02-30"));
        plan.Expect(HttpStatusCode.BadRequest);
        AtField(plan, "EffectiveFrom").ShouldContain("“明年”不是有效的日期，请写作 2026-11-26 的样式。");
        AtField(plan, "EffectiveTo").ShouldContain("“2027-02-30”不是有效的日期");
        var none = await publisher.PostForm("/plans/new", "/plans/new", ("Form.Title", "规划"), ("Form.EffectiveFrom", ""));
        AtField(none.Expect(HttpStatusCode.BadRequest), "EffectiveFrom").ShouldContain("请填写生效日期。");

        var list = (await publisher.Get("/registration/applications?from=abc&to=2026-12-01")).Expect(HttpStatusCode.BadRequest);
        WebUtility.HtmlDecode(list.Text).ShouldContain("“abc”不是有效的日期，请写作 2026-11-26 的样式。");
    }

    private static async Task<Answer> OnPage(GovClient handler, Guid account, params (string Field, string Value)[] fields)
    {
        var version = (int)(await handler.Account(account))["version"];
        return await handler.Upload($"/ledger/accounts/{account}?handler=Record", "Form.Evidence", Html, "认证.png",
            [.. fields.Select(f => ("Form." + f.Field, f.Value)), ("Form.Version", $"{version}")]);
    }

    private static string Said(Answer answer, string field) =>
        (string)answer["breaches"].AsArray().Single(b => (string?)b!["field"] == field)!["message"]!;

    private static string AtField(Answer page, string name)
    {
        var list = Regex.Match(page.Text, $"id=\"Form_{name}-breaches\"[^>]*>(.*?)</ul>", RegexOptions.Singleline);
        list.Success.ShouldBeTrue($"nothing is said at {name}");
        return WebUtility.HtmlDecode(Regex.Replace(list.Groups[1].Value, "<[^>]+>", ""));
    }
}
