using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.States;

/// <summary>The tables of docs/state-table.md: what stands there is what the tests expect.</summary>
internal static class StateTable
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "state-table.md"));

    /// <summary>The cells of the last table below a heading: by row (its first cell) and column.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Below(string heading)
    {
        var section = Lines.SkipWhile(l => l != "## " + heading).Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal));
        var table = section.Where(l => l.StartsWith('|')).Select(Cells).ToList();
        table.Count.ShouldBeGreaterThan(3, $"docs/state-table.md has no table below {heading}");
        return table.Skip(2).ToDictionary(row => row[0], row => (IReadOnlyDictionary<string, string>)
            table[0].Skip(1).Zip(row.Skip(1)).ToDictionary(c => c.First, c => c.Second));
    }

    /// <summary>Asserts that an answer is what a cell says; the state afterwards is asked when the cell names one.</summary>
    public static async Task ShouldAnswer(this Answer answer, string cell, string before, Func<Task<string>> state)
    {
        if (Regex.Match(cell, @"^(4\d\d)(?: (R\d\d-\d))?") is { Success: true } refused)
        {
            ((int)answer.Status).ShouldBe(int.Parse(refused.Groups[1].Value), $"{cell}: {answer.Text}");
            if (refused.Groups[2].Success)
            {
                answer.Codes.ShouldContain(refused.Groups[2].Value);
            }
            (await state()).ShouldBe(before);
            return;
        }
        ((int)answer.Status).ShouldBeInRange(200, 299, $"{cell}: {answer.Text}");
        string[] allowed = cell.StartsWith("stays", StringComparison.Ordinal) ? [before] : [.. Regex.Matches(cell, @"→ (\w+)").Select(m => m.Groups[1].Value)];
        (await state()).ShouldBeOneOf(allowed);
    }

    private static List<string> Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(c => c.Trim().Replace("**", "", StringComparison.Ordinal))];
}

/// <summary>Applications brought into a state, by the head office's or a branch's handler, each under a name of its own.</summary>
internal static class InState
{
    private static int _names;

    public static async Task<(Guid Id, int Version)> Make(GovApp app, string state, string handler = "HQ1001", string form = "ServiceAccount")
    {
        var (applicant, reviewer, head) = (await app.As(handler), await app.As(form == "ServiceAccount" ? "HQ2001" : "HZ2001"), await app.As("HQ1002"));
        var name = form == "ServiceAccount" ? $"中国ⅩⅩ银行第{Interlocked.Increment(ref _names)}服务" : null;
        var (id, version) = await app.CompleteDraft(applicant, form, name);
        if (state is not ("Draft" or "Discarded"))
        {
            await applicant.Submit(id, version);
            version++;
        }
        await (state switch
        {
            "Returned" => reviewer.Judge(id, "Avatar"),
            "InApproval" or "Approved" or "Rejected" => reviewer.Judge(id),
            "Withdrawn" => applicant.Post($"{Applications.Root}/{id}/withdraw", new { version }),
            "Discarded" => applicant.Post($"{Applications.Root}/{id}/discard", new { version }),
            _ => Task.CompletedTask,
        });
        if (state is "Approved" or "Rejected")
        {
            await head.Decide(id, state == "Approved" ? "Approve" : "Reject", "已阅。");
        }
        (await Of(app, id)).ShouldBe(state);
        return (id, (int)(await head.Get($"{Applications.Root}/{id}"))["version"]);
    }

    /// <summary>As whoever sees everything reads it.</summary>
    public static async Task<string> Of(GovApp app, Guid id) => (string)(await (await app.As("HQ9001")).Get($"{Applications.Root}/{id}"))["state"]!;
}
