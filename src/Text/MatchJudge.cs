namespace WeChatBankGov.Text;

/// <summary>Makes a hit of a match: boundaries, disguises, exceptions, what it reads as. Runs only where the automaton found something.</summary>
internal sealed class MatchJudge(Alphabet alphabet, ExceptionList exceptions)
{
    internal Hit? Judge(ReadOnlySpan<char> text, in PatternMatch match)
    {
        if (!IsFree(text, match)) return null;
        var walk = new MatchWalk(alphabet, match);
        walk.Through(text);
        var term = match.Pattern.Term;
        var hit = new Hit(term.Text, match.Start, match.End - match.Start, walk.Seen | match.Pattern.Disguise, term.Level, null);
        var exception = exceptions.Find(text, hit);
        if (exception is { Suppresses: true }) return null;
        // 服务nonghang is no 务农行: pinyin is advice for what it is.
        var reason = match.Pattern.Disguise.HasFlag(Disguise.Pinyin) ? "拼音" : exception?.Reason ?? OtherReading.Of(text, match, walk.Seen, walk.Gaps);
        return reason is null ? hit : hit with { Level = HitLevel.Advice, Reason = reason };
    }

    private static bool IsFree(ReadOnlySpan<char> text, in PatternMatch match)
    {
        var symbols = match.Pattern.Symbols;
        var (start, end) = (match.Start, match.End);
        var first = CodePoints.At(text, start, out _);
        var last = CodePoints.Before(text, end, out _);
        if (match.FirstPart > 0)
        {
            if (!Boundary.IsFree(symbols[0], first, FoldingTable.Instance[first]!.To[match.FirstPart - 1], before: true)) return false;
        }
        else if (CodePoints.TakeBefore(text, ref start, out var before) && !Boundary.IsFree(symbols[0], first, before, before: true)) return false;
        if (FoldingTable.Instance[last] is { To: var parts } && match.LastPart + 1 < parts.Length)
            return Boundary.IsFree(symbols[^1], last, parts[match.LastPart + 1], before: false);
        return !CodePoints.TakeAfter(text, ref end, out var after) || Boundary.IsFree(symbols[^1], last, after, before: false);
    }
}
