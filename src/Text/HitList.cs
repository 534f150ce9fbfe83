namespace WeChatBankGov.Text;

internal static class HitList
{
    /// <summary>Drops a hit that lies within another of at least its level (ⅩⅩ银行 in 中国ⅩⅩ银行), and repeated ones; sorts the rest.</summary>
    internal static IReadOnlyList<Hit> Outermost(List<Hit> hits)
    {
        if (hits.Count == 1) return hits;
        hits.Sort(static (one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start)
            : one.Length != other.Length ? other.Length.CompareTo(one.Length) : other.Level.CompareTo(one.Level));
        var kept = new List<Hit>(hits.Count);
        foreach (var hit in hits)
        {
            if (!kept.Exists(outer => outer.Start + outer.Length >= hit.Start + hit.Length && outer.Level >= hit.Level)) kept.Add(hit);
        }
        return kept;
    }
}
