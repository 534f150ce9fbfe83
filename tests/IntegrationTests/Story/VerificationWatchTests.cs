using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Verification;
using WeChatBankGov.UnitTests.Calendar;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>The deadlines of article 7 as the background watches them, on a host of its own because the clock moves.</summary>
public abstract class VerificationWatchTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose()
    {
        _app.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Article07_Reminds_7_days_and_1_day_before_and_records_the_lapse_once_whichever_host_looks()
    {
        var (id, account) = await ApprovedOn23November();
        (await Titles("ZJ1001")).ShouldBeEmpty();

        // The last day is Wednesday 23 December.
        _app.Clock.Set(new DateTime(2026, 12, 15, 10, 0, 0));
        await EveryHostLooks();
        (await Titles("ZJ1001")).ShouldBeEmpty();
        _app.Clock.Set(new DateTime(2026, 12, 16, 10, 0, 0));
        await EveryHostLooks();
        (await Titles("ZJ1001")).ShouldHaveSingleItem().ShouldContain("7 天");
        _app.Clock.Set(new DateTime(2026, 12, 23, 23, 59, 0));
        await EveryHostLooks();
        (await Titles("ZJ1001")).Count.ShouldBe(2);
        (await Stored(account)).LapseRecorded.ShouldBeFalse();

        _app.Clock.Set(new DateTime(2026, 12, 24, 0, 0, 0));
        await EveryHostLooks();
        await EveryHostLooks();
        (await Stored(account)).LapseRecorded.ShouldBeTrue();
        (await Titles("ZJ1001")).Count(t => t.StartsWith("逾期未认证", StringComparison.Ordinal)).ShouldBe(1);
        (await Titles("HQ1003")).ShouldHaveSingleItem().ShouldStartWith("逾期未认证");
        var handler = await Again("ZJ1001");
        var lapses = (await handler.Get($"{Applications.Root}/{id}"))["timeline"].AsArray().Where(s => ((string?)s!["step"])!.StartsWith("逾期", StringComparison.Ordinal)).ToList();
        ((string?)lapses.ShouldHaveSingleItem()!["personName"]).ShouldBe("系统");
        (await _app.WithDb(db => db.Set<AuditEntry>().CountAsync(e => e.Title == "认证期限监测"))).ShouldBe(1);
    }

    [Fact]
    public async Task Article07_Many_lapse_together_and_one_that_cannot_be_recorded_holds_up_no_other()
    {
        if (TestDatabase.Provider != "Sqlite")
        {
            // What is saved through a trigger is saved otherwise on SQL Server: there it would break every account.
            return;
        }
        List<Guid> accounts = [(await ApprovedOn23November()).Account, (await Approved("BJ")).Account, (await Approved("SC")).Account];
        _app.Clock.Set(new DateTime(2026, 12, 24, 9, 0, 0));
        await Break(accounts[1]);
        var pass = Pass();
        (await pass.Run(default)).ShouldBe(3);
        await Lapsed(true, false, true);
        (await Entries(AuditResult.Done)).ShouldBe([accounts[0], accounts[2]], ignoreOrder: true);

        // It is tried again, by itself, and told once it works; the others are told once.
        (await pass.Run(default)).ShouldBe(1);
        await Mend();
        (await pass.Run(default)).ShouldBe(1);
        (await pass.Run(default)).ShouldBe(0);
        await Lapsed(true, true, true);
        (await Entries(AuditResult.Done)).Select(id => (Guid)id!).ShouldBe(accounts, ignoreOrder: true);
        (await Titles("HQ1003")).Count(t => t.StartsWith("逾期未认证", StringComparison.Ordinal)).ShouldBe(3);

        async Task Lapsed(params bool[] lapsed)
        {
            foreach (var (account, expected) in accounts.Zip(lapsed))
            {
                (await Stored(account)).LapseRecorded.ShouldBe(expected);
            }
        }

        Task<List<Guid?>> Entries(AuditResult result) => _app.WithDb(db => db.Set<AuditEntry>()
            .Where(e => e.Title == "认证期限监测" && e.Result == result).Select(e => e.SubjectId).ToListAsync());
    }

    /// <summary>Lets no change of the account through.</summary>
    private Task<int> Break(Guid account)
    {
        var trigger = $"CREATE TRIGGER Broken BEFORE UPDATE ON WeChatAccounts WHEN OLD.Id = '{account.ToString().ToUpperInvariant()}' BEGIN SELECT RAISE(ABORT, 'broken'); END";
        return _app.WithDb(db => db.Database.ExecuteSqlRawAsync(trigger));
    }

    private Task<int> Mend() => _app.WithDb(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Broken"));

    [Fact]
    public async Task Article07_Nothing_lapses_while_the_rule_is_switched_off()
    {
        var (_, account) = await ApprovedOn23November();
        _app.Clock.Set(new DateTime(2026, 12, 28, 10, 0, 0));
        (await Pass(new SwitchedOff()).Run(default)).ShouldBe(0);
        (await Stored(account)).LapseRecorded.ShouldBeFalse();
    }

    [Fact]
    public async Task Article07_The_yearly_verification_is_announced_60_30_and_7_days_before_its_end_and_told_once_it_is_over()
    {
        var (id, account) = await ApprovedOn23November();
        _app.Clock.Set(new DateTime(2026, 12, 3, 10, 0, 0));
        (await (await Again("ZJ1001")).Upload($"ledger/accounts/{account}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", "2026-12-01"), ("verifiedUntil", "2027-12-01"), ("originalId", "gh_0123456789ab"),
            ("appId", "wx0123456789abcdef"), ("version", "1"))).Expect(HttpStatusCode.OK);
        await EveryHostLooks();
        (await Titles("ZJ1001")).ShouldBeEmpty();
        foreach (var (day, told) in new[] { ("2027-10-01", 0), ("2027-10-02", 1), ("2027-11-01", 2), ("2027-11-24", 3), ("2027-12-01", 3), ("2027-12-02", 4) })
        {
            _app.Clock.Set(DateTime.Parse(day).AddHours(10));
            await EveryHostLooks();
            (await AllTitles()).ShouldBe(told, day);
        }
        ((await (await Again("ZJ1001")).Get($"{Applications.Root}/{id}"))["timeline"].AsArray().Count(s => (string?)s!["step"] == "微信认证过期")).ShouldBe(1);
    }

    private Task<(Guid Application, Guid Account)> ApprovedOn23November() => Approved("ZJ");

    private async Task<(Guid Application, Guid Account)> Approved(string branch)
    {
        var handler = await _app.As(branch + "1001");
        var (id, version) = await _app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await _app.As(branch + "2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await _app.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        return (id, (Guid)(await handler.Get($"{Applications.Root}/{id}"))["account"]["id"]!);
    }

    /// <summary>Two hosts at once, neither of which knows what it did before.</summary>
    private Task EveryHostLooks() => Task.WhenAll(Pass().Run(default), Pass().Run(default));

    private VerificationPass Pass(IRuleSwitches? switches = null) => new(
        _app.Services.GetRequiredService<IServiceScopeFactory>(), switches ?? _app.Services.GetRequiredService<IRuleSwitches>(),
        _app.Clock, NullLogger<VerificationPass>.Instance);

    private Task<WeChatAccount> Stored(Guid account) => _app.WithDb(db => db.Set<WeChatAccount>().AsNoTracking().SingleAsync(a => a.Id == account));

    /// <summary>What the watch told; the head office's decision itself was told before.</summary>
    private async Task<List<string>> Titles(string person) =>
        [.. (await (await Again(person)).Get("notices"))["items"].AsArray().Select(n => (string)n!["title"]!)
            .Where(title => !title.StartsWith("总行已同意", StringComparison.Ordinal))];

    private async Task<int> AllTitles() => (await Titles("ZJ1001")).Count;

    /// <summary>A session does not outlive the days that the clock has jumped over.</summary>
    private async Task<GovClient> Again(string employeeNumber)
    {
        var client = new GovClient(_app.Address);
        await client.SignIn(employeeNumber);
        return client;
    }

    private sealed class SwitchedOff : IRuleSwitches
    {
        public bool IsOn(string code) => false;

        public IReadOnlyList<RuleOff> Off => [];
    }
}

public sealed class VerificationWatchTestsHere : VerificationWatchTests;

[Collection(LosAngeles.Name)]
public sealed class VerificationWatchTestsInLosAngeles : VerificationWatchTests;
