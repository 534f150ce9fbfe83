using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.States;

/// <summary>docs/state-table.md: who judges and who decides, and what becomes of the application.</summary>
public sealed class HeadOfficeTableTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Judging = "Judging (review, InReview)", Deciding = "Deciding (approval, InApproval)";

    /// <summary>By row: who acts. The demo bank has nobody for the rows that are left empty.</summary>
    private static readonly Dictionary<string, string[]> Judges = new()
    {
        ["reviewer of the assigned department, not a contributor"] = ["HQ2001"],
        ["reviewer of the assigned department who contributed to the application"] = [],
        ["somebody of the assigned department without 审核, who holds 经办 or 审批"] = [],
        ["any other 经办, 审核 or 审批 who sees the application"] = ["HQ1002", "HQ1004"],
        ["no business duty, but sees it (auditor, client)"] = ["HQ9001", "it-demo"],
        ["does not see it"] = ["SH1001", "ZJ2001"],
    };

    private static readonly Dictionary<string, string[]> Approvers = new()
    {
        ["head office e-banking approver, not a contributor, approval pending"] = ["HQ1002"],
        ["the same, a contributor"] = ["HQ1004"],
        ["the same, approval ended"] = ["HQ1003"],
        ["the same, old version"] = ["HQ1003"],
        ["sees the application, but is no such approver (clients too)"] = ["HQ9001", "HQ2001", "it-demo"],
        ["does not see it"] = ["SH1001", "HQ9101"],
    };

    public static IEnumerable<object[]> JudgingCells => [.. StateTable.Below(Judging).SelectMany(r => r.Value.Keys.Select(column => new object[] { r.Key, column }))];

    public static IEnumerable<object[]> DecidingCells => [.. StateTable.Below(Deciding).SelectMany(r => r.Value.Keys.Select(column => new object[] { r.Key, column }))];

    [Theory]
    [MemberData(nameof(JudgingCells))]
    public async Task A_judgement_is_heard_as_the_table_says(string row, string column)
    {
        var cells = StateTable.Below(Judging)[row];
        var cell = cells[column] == "the same" ? cells.Values.First() : cells[column];
        foreach (var name in Judges[row])
        {
            var isPending = column == "pending review";
            var (id, _) = await InState.Make(app, isPending ? "InReview" : "Withdrawn");
            var person = name == "it-demo" ? await app.AsClient() : await app.As(name);
            var review = (await (await app.As("HQ2001")).Get("reviews?pageSize=100"))["items"].AsArray().First(r => (Guid)r!["subjectId"]! == id)!;
            var address = $"reviews/{review["id"]}";
            var version = isPending ? 1 : 2;
            if (cell.StartsWith("allowed", StringComparison.Ordinal))
            {
                (await Judge(person, 7, "Avatar", "Name", "ServicePageDesign")).Expect(HttpStatusCode.Conflict);
                (await Judge(person, version, "Avatar")).Expect(HttpStatusCode.UnprocessableEntity).Codes.Distinct().ShouldBe(["R04-2"]);
                (await Judge(person, version, "Avatar", "Name", "ServicePageDesign")).Expect(HttpStatusCode.OK);
                (await InState.Of(app, id)).ShouldBe("InApproval");
                continue;
            }
            // "With that rule": the head office's own account is assigned by R09-1.
            await (await Judge(person, version, "Avatar", "Name", "ServicePageDesign")).ShouldAnswer(
                cell.Replace("403 with that rule", "403 R09-1", StringComparison.Ordinal), isPending ? "InReview" : "Withdrawn", () => InState.Of(app, id));

            Task<Answer> Judge(GovClient by, int at, params string[] elements) => by.Post($"{address}/judgement",
                new { version = at, elements = elements.Select(element => new { element, conforms = true }) });
        }
    }

    [Theory]
    [MemberData(nameof(DecidingCells))]
    public async Task A_decision_is_heard_as_the_table_says(string row, string column)
    {
        var cell = StateTable.Below(Deciding)[row][column];
        foreach (var name in Approvers[row])
        {
            var (id, _) = await InState.Make(app, "InApproval", row.EndsWith("a contributor", StringComparison.Ordinal) && row.StartsWith("the same", StringComparison.Ordinal) ? "HQ1004" : "HQ1001");
            var (approval, version) = await (await app.As("HQ1002")).PendingApproval(id);
            if (row.EndsWith("ended", StringComparison.Ordinal))
            {
                (await (await app.As("HQ1002")).Decide(id, "Reject", "不同意。")).Expect(HttpStatusCode.OK);
                version++;
            }
            var before = await InState.Of(app, id);
            var person = name == "it-demo" ? await app.AsClient() : await app.As(name);
            if (cell.Contains("400 when a comment names no field", StringComparison.Ordinal))
            {
                (await Decide(new { version, verdict = "Return", comments = new[] { new { field = "noSuchField", comment = "请修改。" } } })).Expect(HttpStatusCode.BadRequest);
            }
            var verdict = char.ToUpperInvariant(column[0]) + column[1..];
            await (await Decide(new { version = row.EndsWith("old version", StringComparison.Ordinal) ? version + 5 : version, verdict, opinion = "已阅。" }))
                .ShouldAnswer(cell, before, () => InState.Of(app, id));

            Task<Answer> Decide(object body) => person.Post($"approvals/{approval}/decision", body);
        }
    }
}
