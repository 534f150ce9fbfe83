using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>WeChat's verification is yearly (R07-9).</summary>
public sealed class VerificationValidityTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    [Trait("Rule", "R07-9")]
    [Trait("Side", "Refuses")]
    public async Task Article07_A_verification_for_less_or_more_than_about_a_year_is_refused()
    {
        var (_, account) = await app.ApprovedAccount();
        var handler = await app.As("ZJ1001");
        foreach (var until in (string[])["2026-11-24", "2027-10-22", "2027-12-24"])
        {
            (await handler.Record(account, "2026-11-23", until)).Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R07-9"], until);
        }
        (await handler.Record(account, "2026-11-23", "2027-10-23")).Expect(HttpStatusCode.OK);
    }
}
