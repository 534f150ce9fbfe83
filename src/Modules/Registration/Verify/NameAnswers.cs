using WeChatBankGov.Kernel;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Verify;

/// <summary>What is said of a name that the ledger does not hold. Pure.</summary>
internal static class NameAnswers
{
    /// <summary>Shorter official names would be found inside too many ordinary ones.</summary>
    private const int ShortestContained = 4;

    private static BankScreener? _screener;

    public static VerifyAccount.Answer Of(string name, IReadOnlyList<OfficialName> official, BankOptions bank)
    {
        var nearest = new OfficialNames(official.Select(o => o.Name)).Nearest(name);
        if (nearest is { Official: { } like })
        {
            var own = official.First(o => o.Name == like);
            return nearest.Likeness == Likeness.Equal
                ? LookAlike(name, own, "名称完全相同，但该分行没有登记这个账号")
                : LookAlike(name, own, nearest.Explain());
        }
        if (Contained(name, official) is { } inside)
        {
            return LookAlike(name, inside, $"含有全称“{inside.Name}”，另加了别的字");
        }
        var hits = ScreenerOf(bank).Screen(name);
        return new(Verdict.Unknown, $"“{name}”不是本行的账号：台账中没有这个名称，也没有与它相近的。"
            + (hits.FirstOrDefault(h => h.Level == HitLevel.Block) is { Term: { } term }
                ? $"名称中含有本行字样“{term}”，不是本行账号却使用本行字样，疑似冒用。" : ""), null, null);
    }

    /// <summary>Building one takes 15 ms and megabytes, and the names change only with the configuration: all questions share it.</summary>
    private static Screener ScreenerOf(BankOptions bank)
    {
        var known = Volatile.Read(ref _screener);
        if (known is null || known.FullName != bank.FullName || known.ShortName != bank.ShortName)
        {
            known = new(bank.FullName, bank.ShortName, new(Term.OfBank(bank.FullName, bank.ShortName)));
            Volatile.Write(ref _screener, known);
        }
        return known.Screener;
    }

    private static VerifyAccount.Answer LookAlike(string name, OfficialName own, string difference) => new(
        Verdict.LookAlike, $"“{name}”不是本行的账号，与{own.Belongs}“{own.Name}”{(own.Name == name ? "同名" : "相似")}，请勿相信。",
        null, new(own.Name, own.Belongs, difference));

    /// <summary>The longest official name within the name, both folded; null when there is none.</summary>
    private static OfficialName? Contained(string name, IEnumerable<OfficialName> official)
    {
        var key = Folding.Key(name);
        return official.Select(o => (Official: o, Key: Folding.Key(o.Name)))
            .Where(o => o.Key.Length >= ShortestContained && key.Contains(o.Key, StringComparison.Ordinal))
            .OrderByDescending(o => o.Key.Length).Select(o => o.Official).FirstOrDefault();
    }

    private sealed record BankScreener(string FullName, string ShortName, Screener Screener);
}
