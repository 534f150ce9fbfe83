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
        // What was kept begins no later than the next, so the greatest end of each level tells whether that lies within.
        Span<int> ends = stackalloc int[(int)HitLevel.Block + 1];
        foreach (var hit in hits)
        {
            var end = hit.Start + hit.Length;
            if (ends[(int)hit.Level..].ContainsAnyInRange(end, int.MaxValue)) continue;
            ends[(int)hit.Level] = end;
            kept.Add(hit);
        }
        return kept;
    }
}
