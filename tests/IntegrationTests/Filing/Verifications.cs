using System.Globalization;
using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>From a draft to an account, and what is recorded of its verification.</summary>
internal static class Verifications
{
    /// <summary>浙江's subscription account, approved today.</summary>
    public static async Task<(Guid Application, Guid Account)> ApprovedAccount(this GovApp app)
    {
        var handler = await app.As("ZJ1001");
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await app.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await app.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        return (id, (Guid)(await handler.Get($"{Applications.Root}/{id}"))["account"]["id"]!);
    }

    /// <summary>A session of its own: the one before does not outlive days that the clock has jumped over.</summary>
    public static async Task<GovClient> Again(this GovApp app, string employeeNumber)
    {
        var client = new GovClient(app.Address);
        await client.SignIn(employeeNumber);
        return client;
    }

    /// <summary>Records a verification at the version that the account has now.</summary>
    public static async Task<Answer> Record(
        this GovClient handler, Guid account, string on, string until, string originalId = "gh_0123456789ab",
        string appId = "wx0123456789abcdef", string? idChangeReason = null)
    {
        var version = (int)(await handler.Get($"ledger/accounts/{account}"))["version"];
        return await handler.Upload($"ledger/accounts/{account}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", on), ("verifiedUntil", until), ("originalId", originalId), ("appId", appId),
            ("version", version.ToString(CultureInfo.InvariantCulture)), ("idChangeReason", idChangeReason ?? ""));
    }

    public static async Task<Answer> Account(this GovClient person, Guid account) =>
        (await person.Get($"ledger/accounts/{account}")).Expect(HttpStatusCode.OK);
}
