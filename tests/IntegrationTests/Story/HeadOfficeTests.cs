using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>What the head office's decision does to the application, and what is asked again before it (article 7).</summary>
public sealed class HeadOfficeTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Who_tried_to_decide_stands_in_the_applications_own_history()
    {
        var id = await Reviewed("ZJ1001", "ZJ2001");
        (await (await _app.As("HQ1001")).Decide(id, "Approve")).Expect(HttpStatusCode.Forbidden);
        var (approval, version) = await (await _app.As("HQ1002")).PendingApproval(id);
        (await (await _app.As("SH1001")).Post($"approvals/{approval}/decision", new { version, verdict = "Approve" })).Expect(HttpStatusCode.NotFound);

        var tried = (await (await _app.As("HQ9001")).Get($"audit/entries?recordId={id}&result=Refused"))["items"].AsArray();
        tried.Select(t => ((string)t!["personName"]!, (string)t["action"]!)).ShouldBe(
            [("顾佳怡", "DecideApproval"), ("陈静", "DecideApproval")], ignoreOrder: true);
    }

    [Fact]
    public async Task Article07_A_return_opens_the_commented_fields_and_what_depends_on_them_and_nothing_else()
    {
        var (handler, head) = (await _app.As("ZJ1001"), await _app.As("HQ1002"));
        var id = await Reviewed("ZJ1001", "ZJ2001");
        (await head.Decide(id, "Return", "请修改。", new { field = "hostsTransactions", comment = "请核对是否含金融交易。" },
            new { field = "collectsPersonalData", comment = "是否收集个人信息？" })).Expect(HttpStatusCode.OK);

        var returned = await Read(handler, id);
        ((string?)returned["state"]).ShouldBe("Returned");
        Texts(returned["openFields"]!).ShouldBe(
            ["hostsTransactions", "purposes", "purposeText", "collectsPersonalData", "impactAssessment", "plannedRegistrationDate"], ignoreOrder: true);
        returned["comments"]!.AsArray().Select(c => ((string)c!["field"]!, (string)c["text"]!)).ShouldBe(
            [("hostsTransactions", "请核对是否含金融交易。"), ("collectsPersonalData", "是否收集个人信息？")], ignoreOrder: true);
        ((string)returned["comments"]![0]!["by"]!).ShouldContain("周立新");
        (await handler.Get("notices"))["items"].AsArray().ShouldContain(n => ((string)n!["title"]!).StartsWith("总行已退回"));

        var version = (int)returned["version"]!;
        (await handler.Patch(Address(id), new { version, introduction = "另一段功能介绍。" })).Expect(HttpStatusCode.Conflict);
        (await handler.Upload($"{Address(id)}/files/avatar", "file", TestFiles.Png(), "a.png", ("version", $"{version}"))).Expect(HttpStatusCode.Conflict);
        version = (int)(await handler.Patch(Address(id), new { version, purposeText = "本地营销宣传与客户服务，另含活动报名。" })).Expect(HttpStatusCode.OK)["version"];

        // Nothing that the review judged has changed: straight to the head office again.
        await handler.Submit(id, version);
        ((string?)(await Read(handler, id))["state"]).ShouldBe("InApproval");
    }

    [Fact]
    public async Task Article07_A_return_at_the_avatar_opens_the_pages_that_show_it_and_leads_through_the_review_again()
    {
        var (handler, head) = (await _app.As("SH1001"), await _app.As("HQ1003"));
        var id = await Reviewed("SH1001", "SH2001");
        (await head.Decide(id, "Return", null, new { field = "avatar", comment = "请换用标准图形。" })).Expect(HttpStatusCode.OK);
        var returned = await Read(handler, id);
        Texts(returned["openFields"]!).ShouldBe(["avatar", "servicePageDesign", "plannedRegistrationDate"], ignoreOrder: true);
        var version = await handler.UploadTo(id, (int)returned["version"]!, "avatar", TestFiles.Png(500, 500), "新.png");
        await handler.Submit(id, version);
        ((string?)(await Read(handler, id))["state"]).ShouldBe("InReview");
    }

    [Fact]
    [Trait("Rule", "R07-8"), Trait("Side", "Refuses")]
    public async Task Article07_A_rule_broken_between_submission_and_approval_stops_the_approval()
    {
        var (handler, publisher, head) = (await _app.As("ZJ1001"), await _app.As("ZJ1003"), await _app.As("HQ1002"));
        var plan = (Guid)(await publisher.Post("plans", new { title = "浙江省分行建设规划", effectiveFrom = "2026-01-01" })).Expect(HttpStatusCode.Created).Json;
        var (id, version) = await _app.CompleteDraft(handler);
        version = (int)(await handler.Patch(Address(id), new { version, planId = plan })).Expect(HttpStatusCode.OK)["version"];
        await handler.Submit(id, version);
        (await (await _app.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);

        (await publisher.Post($"plans/{plan}/repeal", new { version = 1 })).Expect(HttpStatusCode.NoContent);
        var refused = await head.Decide(id, "Approve", "同意。");
        refused.Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R03-1"]);
        refused.Text.ShouldContain("废止");
        ((string?)(await Read(handler, id))["state"]).ShouldBe("InApproval");
        (await handler.Get("ledger/accounts?search=浙江"))["items"].AsArray().ShouldBeEmpty();
        (await head.Decide(id, "Return", null, new { field = "planId", comment = "规划已废止，请改选。" })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Rule", "R07-8"), Trait("Side", "Refuses")]
    public async Task Article07_A_planned_day_that_is_past_stops_the_approval()
    {
        var id = await Reviewed("GD1001", "GD2001", planned: "2026-11-30");
        _app.Clock.Set(new DateTime(2026, 11, 30, 23, 59, 0));
        var head = await Again("HQ1002");
        _app.Clock.Set(new DateTime(2026, 12, 1, 0, 1, 0));
        (await head.Decide(id, "Approve", "同意。")).Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R07-8"]);
        (await head.Decide(id, "Reject", "逾期未办。")).Expect(HttpStatusCode.OK);
        (await _app.WithDb(db => db.Set<NameClaim>().CountAsync(c => c.ApplicationId == id))).ShouldBe(0, "the name is given back");
    }

    [Fact]
    [Trait("Rule", "R07-4"), Trait("Side", "Refuses")]
    public async Task Article07_Who_handled_and_approves_decides_confirms_and_revokes_nothing_of_their_own()
    {
        var (both, other, culture) = (await _app.As("HQ1004"), await _app.As("HQ1003"), await _app.As("HQ2001"));
        var (id, version) = await _app.CompleteDraft(both, "ServiceAccount", "中国ⅩⅩ银行普惠金融");
        await both.Submit(id, version);
        (await culture.Judge(id)).Expect(HttpStatusCode.OK);
        (await both.Decide(id, "Approve", "同意。")).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-4"]);
        (await both.Get($"/registration/applications/{id}/approval")).Expect(HttpStatusCode.OK).Text.ShouldContain("R07-4");
        (await other.Decide(id, "Approve", "同意。")).Expect(HttpStatusCode.OK);

        var account = (Guid)(await other.Get("ledger/accounts?search=普惠金融"))["items"][0]!["id"]!;
        _app.Clock.Set(new DateTime(2026, 12, 24, 9, 0, 0));
        (both, other) = (await Again("HQ1004"), await Again("HQ1003"));
        var address = $"ledger/accounts/{account}";
        (await both.Post($"{address}/revocation", new { version = 1, reason = "逾期。" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-4"]);
        var filed = await both.Upload($"{address}/verification", "evidence", TestFiles.Png(), "认证.png", ("verifiedOn", "2026-12-24"),
            ("verifiedUntil", "2027-12-24"), ("originalId", "gh_0123456789ab"), ("appId", "wx0123456789abcdef"), ("version", "1"));
        ((string?)filed.Expect(HttpStatusCode.OK)["state"]).ShouldBe("LateVerificationFiled");
        version = (int)filed["version"];
        (await both.Post($"{address}/late-confirmation", new { version, inTime = false, reason = "系统故障。" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-4"]);

        // 逾期完成: the evidence is dated after the last day, so it can't be called in time, and the word needs a reason.
        (await other.Post($"{address}/late-confirmation", new { version, inTime = true })).Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R07-7"]);
        var nameless = (await other.Post($"{address}/late-confirmation", new { version, inTime = false })).Expect(HttpStatusCode.BadRequest);
        ((string?)nameless["breaches"][0]!["field"]).ShouldBe("reason");
        (await other.Post($"{address}/late-confirmation", new { version, inTime = false, reason = "公众平台审核延误。" })).Expect(HttpStatusCode.OK);
        var live = await other.Get(address);
        ((string?)live["state"], (bool?)live["confirmedAsInTime"], (string?)live["confirmationReason"]).ShouldBe(("Live", false, "公众平台审核延误。"));
        live["timeline"].AsArray().Select(s => (string?)s!["step"]).ShouldContain("确认补录：逾期完成");
    }

    private async Task<Guid> Reviewed(string handler, string office, string planned = "2026-12-01")
    {
        var applicant = await _app.As(handler);
        var (id, version) = await _app.CompleteDraft(applicant, planned: planned);
        await applicant.Submit(id, version);
        (await (await _app.As(office)).Judge(id)).Expect(HttpStatusCode.OK);
        return id;
    }

    private static string Address(Guid id) => $"{Applications.Root}/{id}";

    private static async Task<JsonNode> Read(GovClient person, Guid id) => (await person.Get(Address(id))).Expect(HttpStatusCode.OK).Json;

    private static IEnumerable<string?> Texts(JsonNode list) => list.AsArray().Select(t => (string?)t);

    /// <summary>A session does not outlive the days that the clock has jumped over.</summary>
    private async Task<GovClient> Again(string employeeNumber)
    {
        var client = new GovClient(_app.Address);
        await client.SignIn(employeeNumber);
        return client;
    }
}
