using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>
/// What a match with separators in it may be instead of a disguise; a person decides then. Kept narrow: whatever it lets
/// through is a way to hide.
/// </summary>
internal static class OtherReading
{
    private const string MoneyAndPercent = "元块塊圆圓¥$%";

    /// <summary>In Chinese, for the hit's reason; null when the match reads as nothing else.</summary>
    internal static string? Of(ReadOnlySpan<char> text, in PatternMatch match, Disguise seen, in Gaps gaps)
    {
        if (gaps.Count == 0) return null;
        if (gaps.HasSentenceMark) return "跨越标点";
        if (IsSeveralNumbers(text, match, seen, gaps)) return "读作几个数";
        if (gaps.AreFormula && Array.TrueForAll(match.Pattern.Symbols, IsLatin)) return "读作算式";
        return IsEnumeration(text, match, gaps) ? "读作列举" : null;
    }

    /// <summary>
    /// Plain digits parted each time by something else, where a number goes on outside (2019-9-5 599) or it is about money
    /// (9.5 5-99元); parted here and there by the same, only where it goes on behind a point (1.95 599).
    /// </summary>
    private static bool IsSeveralNumbers(ReadOnlySpan<char> text, in PatternMatch match, Disguise seen, in Gaps gaps)
    {
        if ((seen & ~Disguise.Invisible) != Disguise.Separators || !Array.TrueForAll(match.Pattern.Symbols, IsDigit)) return false;
        if (gaps.AreEqual && gaps.Count == match.Pattern.Symbols.Length - 1) return false;
        return GoesOnAsNumber(text, match.Start, forward: false, gaps.AreEqual) || GoesOnAsNumber(text, match.End, forward: true, gaps.AreEqual);
    }

    private static bool GoesOnAsNumber(ReadOnlySpan<char> text, int border, bool forward, bool behindPointOnly)
    {
        if (!Take(text, ref border, forward, out var code)) return false;
        if (!behindPointOnly && FoldingTable.Instance.Decomposed(code) is [var sign and <= char.MaxValue] && MoneyAndPercent.Contains((char)sign)) return true;
        // 1、 and 1) only number what follows; 9:30 is a time.
        var joins = behindPointOnly ? code == '.'
            : FoldingTable.Instance[code] is { Kind: FoldKind.Separator } && !IsBracket(code) && (code == ':' || !Gaps.IsSentenceMark(code));
        return joins && Take(text, ref border, forward, out code) && !Boundary.IsFree('0', '0', code, before: !forward);
    }

    /// <summary>
    /// Letters or digits that go on beyond the match with the separator that stands in every gap of it (A B C D), and single
    /// letters between strokes (A/B/C): somebody counts, or spells another word.
    /// </summary>
    private static bool IsEnumeration(ReadOnlySpan<char> text, in PatternMatch match, in Gaps gaps)
    {
        var symbols = match.Pattern.Symbols;
        if (gaps.Count != symbols.Length - 1 || gaps.Uniform is not { } gap || !Array.TrueForAll(symbols, symbol => IsLatin(symbol) || IsDigit(symbol))) return false;
        if (gap is '/' or '／' && IsLatin(symbols[0])) return true;
        return GoesOn(text, match.End, gap, symbols[^1], forward: true) || GoesOn(text, match.Start, gap, symbols[0], forward: false);
    }

    private static bool GoesOn(ReadOnlySpan<char> text, int border, int gap, int symbol, bool forward) =>
        Take(text, ref border, forward, out var code) && code == gap
        && Take(text, ref border, forward, out code) && IsLike(code, symbol)
        && !(Take(text, ref border, forward, out code) && IsLike(code, symbol));

    private static bool Take(ReadOnlySpan<char> text, ref int border, bool forward, out int code) =>
        forward ? CodePoints.TakeAfter(text, ref border, out code) : CodePoints.TakeBefore(text, ref border, out code);

    private static bool IsBracket(int code) =>
        CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation;

    private static bool IsLike(int code, int symbol) => !Boundary.IsFree(symbol, code, code, before: false);

    private static bool IsLatin(int symbol) => symbol is >= 'a' and <= 'z';

    private static bool IsDigit(int symbol) => symbol is >= '0' and <= '9';
}
