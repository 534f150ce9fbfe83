using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.IntegrationTests.Walk;

/// <summary>The records that the walk asks for, all of one branch: an application that went all the way, and what belongs to it.</summary>
/// <param name="Ids">By the names in walk.tsv.</param>
/// <param name="Branch">The branch's id.</param>
internal sealed record WalkRecords(IReadOnlyDictionary<string, Guid> Ids, Guid Branch)
{
    public const string BranchName = "浙江省分行";

    public static async Task<WalkRecords> Make(GovApp app)
    {
        var (handler, office, head, admin) = (await app.As("ZJ1001"), await app.As("ZJ2001"), await app.As("HQ1002"), await app.As("HQ9101"));
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await office.Judge(id)).Expect(HttpStatusCode.OK);
        (await head.Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        var account = (Guid)(await handler.Get("ledger/accounts?search=浙江"))["items"][0]!["id"]!;
        (await handler.Upload($"ledger/accounts/{account}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", "2026-11-23"), ("verifiedUntil", "2027-11-23"), ("originalId", "gh_0123456789ab"),
            ("appId", "wx0123456789abcdef"), ("version", "1"))).Expect(HttpStatusCode.OK);

        var (import, _) = await handler.Screened(AccountFiles.Csv("E1,甲,330000,公众号,农行小甲,,", "E2,乙,330000,公众号,农行小乙,,"));
        var findings = await handler.Findings(import);
        var @case = (await handler.Post($"screening/findings/{findings[0]["id"]}/confirmation")).Expect(HttpStatusCode.OK)["caseId"];
        var change = (await admin.Post("screening/terms/changes", new { kind = "AddTerm", text = "小绿卡", reason = "本行产品名" })).Expect(HttpStatusCode.Created);

        var branch = await app.WithDb(db => db.Set<Institution>().Where(i => i.Name == BranchName).Select(i => i.Id).SingleAsync());
        return new(new Dictionary<string, Guid>
        {
            ["application"] = id,
            ["file"] = (Guid)(await handler.Get($"{Applications.Root}/{id}"))["files"][0]!["id"]!,
            ["review"] = Only(await office.Get("reviews?pageSize=100"), id),
            ["approval"] = Only(await head.Get("approvals?pageSize=100"), id),
            ["account"] = account,
            ["plan"] = await app.UnifiedPlan(),
            ["import"] = import,
            ["finding"] = (Guid)findings[1]["id"]!,
            ["case"] = (Guid)@case,
            ["change"] = (Guid)change.Json,
            ["institution"] = branch,
            // Of a kind that others walk as.
            ["person"] = await app.WithDb(db => db.Set<Person>().Where(p => p.UserName == "JL1001").Select(p => p.Id).SingleAsync()),
            ["nothing"] = Guid.NewGuid(),
        }, branch);
    }

    private static Guid Only(Answer list, Guid subject) =>
        (Guid)list["items"].AsArray().Single(item => (Guid)item!["subjectId"]! == subject)!["id"]!;
}
