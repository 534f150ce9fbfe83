using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.UnitTests.Web;

namespace WeChatBankGov.UnitTests.Audit;

public sealed class AuditSealTests : IAsyncLifetime
{
    private KernelHouse _house = null!;

    public async Task InitializeAsync() => _house = await KernelHouse.Build();

    public async Task DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Entries_are_sealed_once_they_have_settled()
    {
        await Write(3);
        (await Seal(_house)).ShouldBe(0);
        _house.Clock.Advance(TimeSpan.FromSeconds(6));
        await Write(1);
        (await Seal(_house)).ShouldBe(3);
        (await Seal(_house)).ShouldBe(0);
        var result = await Verify();
        (result.Seals, result.Entries, result.Unsealed, result.Fault).ShouldBe((1, 3, 1, null));
    }

    [Fact]
    public async Task The_background_job_seals_by_the_clock()
    {
        await Write(2);
        var sealer = _house.Services.GetRequiredService<AuditSealer>();
        await sealer.StartAsync(default);
        for (var i = 0; i < 200 && !await _house.Database(db => db.Set<AuditSeal>().AnyAsync()); i++)
        {
            // The job starts its timer in its own time; the clock moves until it has heard it, and far: one jump is one reason to seal.
            _house.Clock.Advance(TimeSpan.FromDays(30));
            await Task.Delay(25);
        }
        await sealer.StopAsync(default);
        (await Verify()).Entries.ShouldBe(2);
    }

    [Fact]
    public async Task Two_hosts_seal_everything_once()
    {
        await using var other = _house.SecondHost();
        await Write(60);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => Seal(i % 2 == 0 ? _house : other))));
        counts.Sum().ShouldBe(60);
        var result = await Verify();
        (result.Entries, result.Unsealed, result.Fault).ShouldBe((60, 0, null));
    }

    [Fact]
    public async Task More_than_a_batch_makes_a_chain()
    {
        await _house.Database(db =>
        {
            db.AddRange(Enumerable.Range(0, AuditSealer.BatchSize + 1).Select(i => new AuditEntry { At = _house.Clock.GetUtcNow().UtcDateTime, Action = "A" + i }));
            return db.SaveChangesAsync();
        });
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        (await Seal(_house)).ShouldBe(AuditSealer.BatchSize + 1);
        var result = await Verify();
        (result.Seals, result.Fault).ShouldBe((2, null));
    }

    [Fact]
    public async Task A_changed_entry_is_named()
    {
        var victim = await ThreeSealsOfTwo();
        await _house.Database(db => db.Set<AuditEntry>().Where(e => e.Id == victim).ExecuteUpdateAsync(s => s.SetProperty(e => e.Detail, "别的")));
        await Faulty(2, victim, "被改动过");
    }

    [Fact]
    public async Task A_missing_entry_is_named()
    {
        var victim = await ThreeSealsOfTwo();
        await _house.Database(db => db.Set<AuditEntry>().Where(e => e.Id == victim).ExecuteDeleteAsync());
        await Faulty(2, victim, "不见了");
    }

    [Fact]
    public async Task An_entry_slipped_in_is_named()
    {
        await ThreeSealsOfTwo();
        await Write(1);
        var added = await _house.Database(db => db.Set<AuditEntry>().Where(e => e.SealNumber == null).Select(e => e.Id).SingleAsync());
        await _house.Database(db => db.Set<AuditEntry>().Where(e => e.Id == added).ExecuteUpdateAsync(s => s.SetProperty(e => e.SealNumber, 2)));
        await Faulty(2, added, "添进去");
    }

    [Fact]
    public async Task A_missing_seal_is_named()
    {
        await ThreeSealsOfTwo();
        await _house.Database(db => db.Set<AuditSeal>().Where(s => s.Number == 2).ExecuteDeleteAsync());
        await Faulty(2, null, "第 2 号封存不见了");
    }

    [Fact]
    public async Task The_last_seal_cannot_go_unnoticed()
    {
        await ThreeSealsOfTwo();
        await _house.Database(db => db.Set<AuditSeal>().Where(s => s.Number == 3).ExecuteDeleteAsync());
        (await Verify()).Fault!.SealNumber.ShouldBe(3);
    }

    [Fact]
    public async Task A_seal_made_anew_for_a_changed_entry_does_not_fit_the_next()
    {
        var victim = await ThreeSealsOfTwo();
        await _house.Database(async db =>
        {
            await db.Set<AuditEntry>().Where(e => e.Id == victim).ExecuteUpdateAsync(s => s.SetProperty(e => e.PersonName, "别人"));
            var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.SealNumber == 2).ToListAsync();
            var seals = await db.Set<AuditSeal>().AsNoTracking().ToDictionaryAsync(s => s.Number);
            var list = AuditDigest.List(entries);
            var hash = AuditDigest.Seal(seals[1].Hash, 2, seals[2].At, list);
            return await db.Set<AuditSeal>().Where(s => s.Number == 2)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.Entries, list).SetProperty(x => x.Hash, hash));
        });
        await Faulty(3, null, "接不上");
    }

    [Fact]
    public async Task The_trail_can_only_be_appended_to()
    {
        await Write(1, "R06-1");
        await Should.ThrowAsync<InvalidOperationException>(() => _house.Database(async db =>
        {
            db.Remove(await db.Set<AuditEntryCode>().SingleAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public void No_text_can_pass_for_a_boundary_between_fields() =>
        AuditDigest.Canonical(new() { Action = "ab", Title = "c" }).ShouldNotBe(AuditDigest.Canonical(new() { Action = "a", Title = "bc" }));

    private async Task Write(int count, params string[] refusedBy)
    {
        for (var i = 0; i < count; i++)
        {
            await _house.Send(new Try.Command($"第 {i} 次", refusedBy), People.Handler);
        }
    }

    /// <summary>Seals 1, 2, 3 of two entries each; returns an entry of the second.</summary>
    private async Task<Guid> ThreeSealsOfTwo()
    {
        for (var i = 0; i < 3; i++)
        {
            await Write(2);
            _house.Clock.Advance(TimeSpan.FromMinutes(1));
            await Seal(_house);
        }
        (await Verify()).Fault.ShouldBeNull();
        return await _house.Database(db => db.Set<AuditEntry>().Where(e => e.SealNumber == 2).Select(e => e.Id).FirstAsync());
    }

    private static Task<int> Seal(KernelHouse house) => house.Services.GetRequiredService<AuditSealer>().SealAll(default);

    private async Task<VerifySeals.Result> Verify() => (await _house.Send(new VerifySeals.Query(), People.Auditor)).Value;

    private async Task Faulty(int seal, Guid? entry, string words)
    {
        var result = await Verify();
        result.Seals.ShouldBe(seal - 1);
        var fault = result.Fault.ShouldNotBeNull();
        (fault.SealNumber, fault.EntryId).ShouldBe((seal, entry));
        fault.Message.ShouldContain(words);
    }
}
