namespace WeChatBankGov.Text;

/// <summary>How near a name is to an official one, nearest last.</summary>
public enum Likeness
{
    /// <summary>Neither of the others.</summary>
    None,

    /// <summary>The folded keys differ by one or two characters, one in names of up to nine.</summary>
    Similar,

    /// <summary>Another spelling with the same folded key (<see cref="Folding.Key"/>).</summary>
    SameKey,

    /// <summary>The same characters.</summary>
    Equal,
}

/// <summary>A name beside the official name nearest to it.</summary>
/// <param name="Official">Null if there is no likeness.</param>
/// <param name="Differences">Where the two differ, in the order of the text; empty for equal names and for <see cref="Likeness.None"/>.</param>
public sealed record LookAlike(string Name, string? Official, Likeness Likeness, IReadOnlyList<CharacterDifference> Differences)
{
    /// <summary>The differences as a Chinese sentence without full stop: 第3个字“X”(U+0058)应为“Ⅹ”(U+2169)；…</summary>
    public string Explain() => string.Join('；', Differences);
}

/// <summary>A list of official names to compare others with. Immutable, safe for concurrent use.</summary>
public sealed class OfficialNames
{
    private readonly (string Name, string Key)[] _names;

    public OfficialNames(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        _names = names.Distinct(StringComparer.Ordinal).Select(name => (name, Folding.Key(name))).ToArray();
    }

    /// <summary>The official name nearest to <paramref name="name"/>, and how it differs.</summary>
    public LookAlike Nearest(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var key = Folding.Key(name);
        string? official = null;
        var (likeness, best) = (Likeness.None, int.MaxValue);
        foreach (var candidate in _names)
        {
            if (string.Equals(candidate.Name, name, StringComparison.Ordinal)) return new(name, candidate.Name, Likeness.Equal, []);
            var distance = EditDistance.Between(key, candidate.Key, Math.Min(best - 1, Tolerance(candidate.Key)));
            if (distance is null) continue;
            (official, best, likeness) = (candidate.Name, distance.Value, distance == 0 ? Likeness.SameKey : Likeness.Similar);
        }
        return new(name, official, likeness, official is null ? [] : CharacterDifference.Between(name, official));
    }

    // 中国ⅩⅩ银行浙江分行 is ten characters; in a short name two others make another name.
    private static int Tolerance(string key) => key.Length < 4 ? 0 : key.Length < 10 ? 1 : 2;
}
