using System.Diagnostics;
using System.Net;
using System.Text;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.Benchmarks.Portal;

/// <summary>How many statements a page sends, its navigation's included.</summary>
internal static class QueriesPerPage
{
    public static async Task<string> Count(GovApp app, PortalData data)
    {
        var approver = await app.As("HQ1002");
        var report = new StringBuilder("statements per page:");
        using var statements = new QueryCount();
        // Entity Framework asks only once a second whether anybody listens.
        for (var clock = Stopwatch.StartNew(); statements.Take().Count == 0; (await approver.Get("/plans")).Expect(HttpStatusCode.OK))
        {
            if (clock.Elapsed > TimeSpan.FromSeconds(10))
            {
                throw new TimeoutException("No statement of the portal was heard.");
            }
        }
        string[] pages =
        [
            "/", "/inbox", "/registration/applications", $"/registration/applications/{data.Approved[0]}", "/ledger/accounts", "/plans",
            "/notices", "/measures", "/organisation/institutions",
        ];
        foreach (var page in pages)
        {
            (await approver.Get(page)).Expect(HttpStatusCode.OK);
            statements.Take();
            (await approver.Get(page)).Expect(HttpStatusCode.OK);
            var taken = statements.Take();
            report.Append($" {page.Replace(data.Approved[0].ToString(), "{id}", StringComparison.Ordinal)} {taken.Count},");
        }
        return report.ToString().TrimEnd(',');
    }
}
