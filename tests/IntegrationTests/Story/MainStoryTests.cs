using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>The main story over REST, each person as themselves, on a host of its own because the clock moves.</summary>
public sealed class MainStoryTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_subscription_account_goes_from_draft_to_live()
    {
        var (handler, office, head) = (await _app.As("ZJ1001"), await _app.As("ZJ2001"), await _app.As("HQ1002"));
        var (id, version) = await _app.CompleteDraft(handler);

        var precheck = await handler.Post($"{Applications.Root}/{id}/precheck");
        ((bool)precheck["wouldPass"]).ShouldBeTrue(precheck.Text);
        var number = await handler.Submit(id, version);
        number.ShouldStartWith("ZC-2026-");

        (await office.Judge(id, "Avatar")).Expect(HttpStatusCode.OK);
        var returned = await handler.Get($"{Applications.Root}/{id}");
        ((string?)returned["state"]).ShouldBe("Returned");
        returned["openFields"].AsArray().Select(f => (string?)f).ShouldBe(["avatar", "servicePageDesign", "plannedRegistrationDate"], ignoreOrder: true);
        ((string?)returned["comments"][0]!["field"]).ShouldBe("avatar");

        var closed = await handler.Patch($"{Applications.Root}/{id}", new { version = (int)returned["version"], introduction = "另一段功能介绍。" });
        closed.Expect(HttpStatusCode.Conflict);
        var mended = await handler.UploadTo(id, (int)returned["version"], "avatar", TestFiles.Png(500, 500), "new.png");
        (await handler.Submit(id, mended)).ShouldBe(number);

        (await office.Judge(id)).Expect(HttpStatusCode.OK);
        (await head.Decide(id, "Approve", "同意设立。")).Expect(HttpStatusCode.OK);

        var account = (await handler.Get("ledger/accounts?search=浙江"))["items"].AsArray().ShouldHaveSingleItem()!;
        ((string?)account["state"]).ShouldBe("AwaitingVerification");
        ((string?)account["verificationDue"]).ShouldBe("2026-12-23");

        _app.Clock.Set(new DateTime(2026, 12, 3, 10, 0, 0));
        handler = await Again("ZJ1001");
        var live = await handler.Upload($"ledger/accounts/{account["id"]}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", "2026-12-01"), ("verifiedUntil", "2027-12-01"), ("originalId", "gh_0123456789ab"),
            ("appId", "wx0123456789abcdef"), ("version", account["version"]!.ToString()));
        ((string?)live.Expect(HttpStatusCode.OK)["state"]).ShouldBe("Live");

        var timeline = (await handler.Get($"{Applications.Root}/{id}"))["timeline"].AsArray().Select(s => (string?)s!["step"]).ToList();
        timeline.ShouldBe(["开始填写申请", "递交申请", "形象设计审核不通过", "再次递交", "形象设计审核通过", "总行审批同意", "登记官方认证"]);
        await TheYearlyVerificationIsRecorded((Guid)account["id"]!);
    }

    /// <summary>R07-9: expired on the day after, live again with the evidence of the new year.</summary>
    private async Task TheYearlyVerificationIsRecorded(Guid id)
    {
        _app.Clock.Set(new DateTime(2027, 12, 2, 9, 0, 0));
        var handler = await Again("ZJ1001");
        var expired = await handler.Get($"ledger/accounts/{id}");
        ((string?)expired["state"]).ShouldBe("VerificationExpired");
        (await Renew("2026-11-30", (int)expired["version"])).Expect(HttpStatusCode.UnprocessableEntity).Codes.Distinct().ShouldBe(["R07-9"]);
        ((string?)(await Renew("2027-12-01", (int)expired["version"])).Expect(HttpStatusCode.OK)["state"]).ShouldBe("Live");

        Task<Answer> Renew(string verifiedOn, int version) => handler.Upload($"ledger/accounts/{id}/verification", "evidence", TestFiles.Png(), "年审.png",
            ("verifiedOn", verifiedOn), ("verifiedUntil", "2028-12-01"), ("originalId", "gh_0123456789ab"),
            ("appId", "wx0123456789abcdef"), ("version", version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Article07_After_the_month_the_approval_has_lapsed_and_the_head_office_confirms_a_late_filing()
    {
        var (handler, office, head) = (await _app.As("HZ1001"), await _app.As("HZ2001"), await _app.As("HQ1002"));
        var (id, version) = await _app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await office.Judge(id)).Expect(HttpStatusCode.OK);
        (await head.Decide(id, "Approve")).Expect(HttpStatusCode.OK);

        _app.Clock.Set(new DateTime(2026, 12, 23, 23, 59, 59));
        handler = await Again("HZ1001");
        (await State()).ShouldBe("AwaitingVerification");
        _app.Clock.Set(new DateTime(2026, 12, 24));
        head = await Again("HQ1002");
        (await State()).ShouldBe("VerificationLapsed");

        var account = (await handler.Get("ledger/accounts?search=杭州"))["items"][0]!;
        var late = await handler.Upload($"ledger/accounts/{account["id"]}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", "2026-12-20"), ("verifiedUntil", "2027-12-20"), ("originalId", "gh_0123456789ac"),
            ("appId", "wx0123456789abcdee"), ("version", account["version"]!.ToString()));
        ((string?)late.Expect(HttpStatusCode.OK)["state"]).ShouldBe("LateVerificationFiled");

        var refused = await handler.Post($"ledger/accounts/{account["id"]}/late-confirmation", new { version = (int)late["version"], inTime = true });
        refused.Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-7"]);
        (await head.Post($"ledger/accounts/{account["id"]}/late-confirmation", new { version = (int)late["version"], inTime = true }))
            .Expect(HttpStatusCode.OK);
        (await State()).ShouldBe("Live");

        async Task<string?> State() => (string?)(await handler.Get("ledger/accounts?search=杭州"))["items"][0]!["state"];
    }

    /// <summary>A month later the old sign-in has ended.</summary>
    private async Task<GovClient> Again(string number)
    {
        var client = new GovClient(_app.Address);
        await client.SignIn(number);
        return client;
    }
}
