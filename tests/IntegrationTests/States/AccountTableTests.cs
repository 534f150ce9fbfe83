using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.IntegrationTests.States;

/// <summary>docs/state-table.md: what may be done to an account of the ledger. The clock moves from case to case, so each signs in anew.</summary>
public sealed class AccountTableTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Heading = "The account afterwards";

    private static int _ids;

    public static IEnumerable<object[]> Cells =>
        [.. StateTable.Below(Heading).SelectMany(r => r.Value.Keys.Where(c => c != "shown").Select(column => new object[] { r.Key, column }))];

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task A_command_does_to_an_account_what_the_table_says(string row, string column)
    {
        var cell = StateTable.Below(Heading)[row][column];
        var account = await Make(row);
        var (handler, head) = (await Again("HQ1001"), await Again("HQ1003"));
        var before = await State();
        (await head.Get($"/ledger/accounts/{account}")).Text.ShouldContain(StateTable.Below(Heading)[row]["shown"]);
        var version = (int)(await head.Get($"ledger/accounts/{account}"))["version"];
        var answer = column.Split(' ')[0] switch
        {
            "record" => await Record(handler, account, version),
            "confirm" => await head.Post($"ledger/accounts/{account}/late-confirmation", new { version, inTime = false, reason = "平台审核延误。" }),
            "return" => await head.Post($"ledger/accounts/{account}/late-return", new { version, reason = "证明文件不清。" }),
            "revoke" => await head.Post($"ledger/accounts/{account}/revocation", new { version, reason = "逾期未认证。" }),
            _ => throw new InvalidOperationException($"The tests don't know the command {column}."),
        };
        await answer.ShouldAnswer(cell, before, State);

        async Task<string> State() => (string)(await head.Get($"ledger/accounts/{account}"))["state"]!;
    }

    /// <summary>An account as the row says, on the day on which it stands so.</summary>
    private async Task<Guid> Make(string row)
    {
        app.Clock.Set(new DateTime(2026, 11, 23, 9, 30, 0));
        if (row == "Standing")
        {
            return await app.WithDb(db => db.Set<WeChatAccount>().Where(a => a.Stored == StoredState.Standing).Select(a => a.Id).FirstAsync());
        }
        var (id, _) = await InState.Make(app, "Approved");
        var account = await app.WithDb(db => db.Set<WeChatAccount>().Where(a => a.ApplicationId == id).Select(a => a.Id).SingleAsync());
        if (row.StartsWith("Verified", StringComparison.Ordinal))
        {
            ((int)(await Record(await app.As("HQ1001"), account, 1)).Status).ShouldBe(200);
        }
        app.Clock.Set(row switch
        {
            "AwaitingVerification, in time" => new DateTime(2026, 12, 23, 23, 59, 0),
            "AwaitingVerification, past the deadline" or "LateVerificationFiled" or "Revoked" => new DateTime(2026, 12, 24, 0, 1, 0),
            "Verified, more than 90 days left" => new DateTime(2027, 8, 24, 23, 59, 0),
            "Verified, from 90 days before its end" => new DateTime(2027, 8, 25, 0, 1, 0),
            "Verified, past its year" => new DateTime(2027, 11, 24, 0, 1, 0),
            _ => throw new InvalidOperationException($"The tests don't know the row {row}."),
        });
        if (row == "LateVerificationFiled")
        {
            ((int)(await Record(await Again("HQ1001"), account, 1)).Status).ShouldBe(200);
        }
        if (row == "Revoked")
        {
            ((int)(await (await Again("HQ1003")).Post($"ledger/accounts/{account}/revocation", new { version = 1, reason = "逾期未认证。" })).Status).ShouldBe(200);
        }
        return account;
    }

    /// <summary>Dated today, for a year; an account that has ids keeps them.</summary>
    private async Task<Answer> Record(GovClient handler, Guid account, int version)
    {
        var today = app.Clock.GetUtcNow().AddHours(8).Date;
        var known = (await handler.Get($"ledger/accounts/{account}")).Json;
        var ids = Interlocked.Increment(ref _ids);
        return await handler.Upload($"ledger/accounts/{account}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", $"{today:yyyy-MM-dd}"), ("verifiedUntil", $"{today.AddYears(1):yyyy-MM-dd}"),
            ("originalId", (string?)known["originalId"] ?? $"gh_{ids:D12}"), ("appId", (string?)known["appId"] ?? $"wx{ids:D16}"), ("version", $"{version}"));
    }

    private async Task<GovClient> Again(string employeeNumber)
    {
        var client = new GovClient(app.Address);
        await client.SignIn(employeeNumber);
        return client;
    }
}
