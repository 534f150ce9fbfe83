using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.States;

/// <summary>docs/state-table.md: which command does what in which state, and who may give it.</summary>
public sealed class ApplicantTableTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Commands = "Commands by the applicant", WhoMay = "Who may: applicant's commands";

    private static readonly Dictionary<string, string[]> People = new()
    {
        ["handler, e-banking of the applicant's managing branch"] = ["HZ1001"],
        ["handler of the applying sub-branch or outlet itself"] = ["XH1001"],
        // The demo bank has one person in each of its lower units.
        ["others of the applying sub-branch or outlet"] = [],
        ["others of that e-banking department (no 经办)"] = ["HZ1003"],
        ["e-banking of the tier-1 branch above a tier-2 branch"] = ["ZJ1001"],
        ["head office e-banking, any duty"] = ["HQ1001", "HQ1002", "HQ1004"],
        ["auditors, clients with `registration.read`"] = ["HQ9001", "it-demo"],
        ["general office of the applying branch, subscription account"] = ["HZ2001"],
        ["head office corporate culture, head office's accounts and all service accounts"] = ["HQ2001"],
        ["everybody else"] = ["SH1001", "ZJ3001", "HQ9101", "HQ3001"],
    };

    public static IEnumerable<object[]> Cells => [.. StateTable.Below(Commands).Where(r => r.Key != "start (new)")
        .SelectMany(row => row.Value.Keys.SelectMany(column => column.Split(", ")).Select(state => new object[] { row.Key, state }))];

    public static IEnumerable<object[]> Rows => [.. StateTable.Below(WhoMay).Keys.SelectMany(row => States(row).Select(state => new object[] { row, state }))];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_command_of_the_applicant_does_in_a_state_what_the_table_says(string command, string state)
    {
        var cell = StateTable.Below(Commands)[command].Single(c => c.Key.Split(", ").Contains(state)).Value;
        var handler = await app.As("HQ1001");
        var (id, version) = await InState.Make(app, state);
        var address = $"{Applications.Root}/{id}";
        if (cell.Contains("a closed", StringComparison.Ordinal))
        {
            var closed = command.StartsWith("save", StringComparison.Ordinal)
                ? await handler.Patch(address, new { version, introduction = "另一段功能介绍。" })
                : await handler.Upload($"{address}/files/contingencyPlan", "file", TestFiles.Pdf(), "a.pdf", ("version", $"{version}"));
            closed.Expect(HttpStatusCode.Conflict);
            ((string?)closed["breaches"][0]!["field"]).ShouldBe(command.StartsWith("save", StringComparison.Ordinal) ? "introduction" : "contingencyPlan");
        }
        await (await Give(command)).ShouldAnswer(cell, state, () => InState.Of(app, id));

        Task<Answer> Give(string what) => what switch
        {
            "save, autosave, patch" => handler.Patch(address, new { version, plannedRegistrationDate = "2026-12-02" }),
            "add or delete a file" => AddAndDelete(handler, address, version),
            "precheck" or "submit" or "withdraw" or "discard" => handler.Post($"{address}/{what}", new { version }),
            _ => throw new InvalidOperationException($"The tests don't know the command {what}."),
        };
    }

    /// <summary>Whoever may not gives none of the commands in any state; whoever may is heard, which the precheck shows without changing anything.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Who_may_is_what_the_table_says(string row, string state)
    {
        var (sees, handles) = (StateTable.Below(WhoMay)[row].Values.First(), StateTable.Below(WhoMay)[row].Values.Last());
        var isSubscription = row.Contains("subscription", StringComparison.Ordinal);
        var (id, version) = row.StartsWith("handler of the applying", StringComparison.Ordinal)
            ? await InState.Make(app, state, "XH1001")
            : await InState.Make(app, state, "HZ1001", isSubscription ? "SubscriptionAccount" : "ServiceAccount");
        var hidden = sees.StartsWith("no", StringComparison.Ordinal) || (sees.StartsWith("once", StringComparison.Ordinal) && state is "Draft" or "Discarded");
        var expected = handles == "yes" ? "200" : hidden ? "404" : handles[handles.IndexOf("403", StringComparison.Ordinal)..];
        foreach (var name in People[row])
        {
            var person = name == "it-demo" ? await app.AsClient() : await app.As(name);
            (await person.Get($"{Applications.Root}/{id}")).Expect(hidden ? HttpStatusCode.NotFound : HttpStatusCode.OK);
            var check = await person.Post($"{Applications.Root}/{id}/precheck");
            if (handles == "yes")
            {
                check.Expect(HttpStatusCode.OK);
                continue;
            }
            foreach (var command in (string[])["submit", "withdraw", "discard"])
            {
                await (await person.Post($"{Applications.Root}/{id}/{command}", new { version })).ShouldAnswer(expected, state, () => InState.Of(app, id));
            }
            await (await person.Patch($"{Applications.Root}/{id}", new { version, introduction = "不该存下。" })).ShouldAnswer(expected, state, () => InState.Of(app, id));
            await check.ShouldAnswer(expected, state, () => InState.Of(app, id));
        }
        if (isSubscription)
        {
            // The branch has one place only: it is given back for the next case.
            await (await app.As("HZ1001")).Post($"{Applications.Root}/{id}/withdraw", new { version });
        }
    }

    private static string[] States(string row) => row.Contains("subscription", StringComparison.Ordinal)
        ? ["Draft", "Withdrawn", "InReview"]
        : ["Draft", "Returned", "Withdrawn", "InReview", "InApproval", "Approved", "Rejected", "Discarded"];

    private static async Task<Answer> AddAndDelete(GovClient handler, string address, int version)
    {
        var file = (string)(await handler.Get(address))["files"].AsArray().First(f => (string?)f!["slot"] is "avatar")!["id"]!;
        var added = await handler.Upload($"{address}/files/avatar", "file", TestFiles.Png(400, 400), "b.png", ("version", $"{version}"));
        var (at, which) = added.Status == HttpStatusCode.OK ? ((int)added["version"], (string)added["fileId"]!) : (version, file);
        var deleted = await handler.Send(HttpMethod.Delete, $"{address}/files/{which}?version={at}");
        deleted.Status.ShouldBe(added.Status);
        return deleted;
    }
}
