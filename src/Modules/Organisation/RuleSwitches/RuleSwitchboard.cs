using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Organisation.RuleSwitches;

/// <summary>This host's memory of what is switched off. Safe to use from many threads.</summary>
internal sealed class RuleSwitchboard(IDbContextFactory<GovDbContext> contexts) : IRuleSwitches
{
    private State _state = State.AllOn;

    public IReadOnlyList<RuleOff> Off => Volatile.Read(ref _state).Off;

    public bool IsOn(string code) => !Volatile.Read(ref _state).Codes.Contains(code);

    /// <summary>Reads what the database holds; a handful of rows.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        Take(await db.Set<RuleSwitch>().AsNoTracking().ToListAsync(cancel));
    }

    /// <summary>Puts this in force here.</summary>
    public void Take(IEnumerable<RuleSwitch> off) => Volatile.Write(ref _state, new([.. off
        .OrderBy(r => r.Code, StringComparer.Ordinal).Select(r => new RuleOff(r.Code, r.OffSince, r.OffByName, r.Reason))]));

    private sealed class State(IReadOnlyList<RuleOff> off)
    {
        public static State AllOn { get; } = new([]);

        public IReadOnlyList<RuleOff> Off { get; } = off;

        public FrozenSet<string> Codes { get; } = off.Select(r => r.Code).ToFrozenSet(StringComparer.Ordinal);
    }
}
