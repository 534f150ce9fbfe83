using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>What was filed late may be corrected, sent back and filed again; what is recorded keeps its account.</summary>
public sealed class LateVerificationTests : IAsyncLifetime, IDisposable
{
    private const string RightToLeft = "理由\u200F反向";

    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Article07_A_late_filing_is_corrected_sent_back_and_filed_again()
    {
        var (_, account) = await _app.ApprovedAccount();
        _app.Clock.Set(new DateTime(2026, 12, 28, 10, 0, 0));
        using var handler = await _app.Again("ZJ1001");
        using var colleague = await _app.Again("ZJ1002");
        using var head = await _app.Again("HQ1003");
        ((string?)(await handler.Record(account, "2026-12-20", "2027-12-20", "gh_000000000000")).Expect(HttpStatusCode.OK)["state"])
            .ShouldBe("LateVerificationFiled");
        ((string?)(await colleague.Record(account, "2026-12-21", "2027-12-21")).Expect(HttpStatusCode.OK)["state"]).ShouldBe("LateVerificationFiled");
        var corrected = await handler.Account(account);
        ((string?)corrected["originalId"], (string?)corrected["verifiedOn"]).ShouldBe(("gh_0123456789ab", "2026-12-21"));
        (await handler.Get($"/ledger/accounts/{account}")).Text.ShouldContain("更正补录");

        var address = $"ledger/accounts/{account}/late-return";
        (await handler.Post(address, new { version = (int)corrected["version"], reason = "日期不符。" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-7"]);
        (await head.Post(address, new { version = (int)corrected["version"], reason = "" })).Expect(HttpStatusCode.BadRequest);
        (await head.Post(address, new { version = (int)corrected["version"], reason = RightToLeft })).Expect(HttpStatusCode.BadRequest);
        (await head.PostForm($"/ledger/accounts/{account}", $"/ledger/accounts/{account}?handler=Return",
            ("Late.Version", corrected["version"].ToString()), ("Late.ReturnReason", "认证日期与截图不符。"))).Expect(HttpStatusCode.SeeOther);

        var returned = await handler.Account(account);
        ((string?)returned["state"], returned.Json["originalId"], (bool)returned["mayRecord"]).ShouldBe(("VerificationLapsed", null, true));
        returned.Text.ShouldContain("认证日期与截图不符。");
        (await head.Get("work-items")).Text.ShouldNotContain(account.ToString());
        (await colleague.Get("notices")).Text.ShouldContain("补录已退回");

        (await handler.Record(account, "2026-12-22", "2027-12-22")).Expect(HttpStatusCode.OK);
        var late = await head.Account(account);
        (await head.Post($"ledger/accounts/{account}/late-confirmation", new { version = (int)late["version"], inTime = true, reason = RightToLeft }))
            .Expect(HttpStatusCode.BadRequest);
        (await head.Post($"ledger/accounts/{account}/revocation", new { version = (int)late["version"], reason = RightToLeft }))
            .Expect(HttpStatusCode.BadRequest);
        (await head.Post($"ledger/accounts/{account}/late-confirmation", new { version = (int)late["version"], inTime = true })).Expect(HttpStatusCode.OK);
        (await handler.Record(account, "2026-12-23", "2027-12-23")).Expect(HttpStatusCode.Conflict);
    }

    [Fact]
    [Trait("Rule", "R07-9")]
    [Trait("Side", "Refuses")]
    public async Task Article07_A_yearly_verification_is_of_the_same_account_or_says_why_not()
    {
        var (_, account) = await _app.ApprovedAccount();
        (await (await _app.As("ZJ1001")).Record(account, "2026-11-23", "2027-11-23")).Expect(HttpStatusCode.OK);
        _app.Clock.Set(new DateTime(2027, 11, 1, 10, 0, 0));
        using var handler = await _app.Again("ZJ1001");
        var refused = await handler.Record(account, "2027-10-30", "2028-10-30", "gh_ffffffffffff", "wxffffffffffffffff");
        refused.Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R07-9", "R07-9"]);
        (await handler.Account(account))["originalId"].ToString().ShouldBe("gh_0123456789ab");

        (await handler.Record(account, "2027-10-30", "2028-10-30", "gh_ffffffffffff", "wx0123456789abcdef", "首次登记时抄错一位。")).Expect(HttpStatusCode.OK);
        var corrected = await handler.Account(account);
        ((string?)corrected["originalId"], (string?)corrected["verifiedUntil"]).ShouldBe(("gh_ffffffffffff", "2028-10-30"));
        corrected.Text.ShouldContain("首次登记时抄错一位。");
    }

    [Fact]
    public async Task A_reason_to_withdraw_hides_nothing()
    {
        var handler = await _app.As("SC1001");
        var (id, version) = await _app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await handler.Post($"{Applications.Root}/{id}/withdraw", new { version = version + 1, reason = RightToLeft })).Expect(HttpStatusCode.BadRequest);
        (await handler.Post($"{Applications.Root}/{id}/withdraw", new { version = version + 1, reason = "材料\n待补" })).Expect(HttpStatusCode.OK);
    }
}
