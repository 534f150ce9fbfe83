using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>Makes a hit of a match: boundaries, disguises, enumerations, exceptions. Runs only where the automaton found something.</summary>
internal sealed class MatchJudge(Alphabet alphabet, ExceptionList exceptions)
{
    /// <summary>Marks that end or divide sentences; their full-width forms fold to them.</summary>
    private const string SentenceMarks = "，。！？；：,!?;:｡、､";

    internal Hit? Judge(ReadOnlySpan<char> text, in PatternMatch match)
    {
        if (!IsFree(text, match)) return null;
        var walk = new Walk(alphabet, match);
        walk.Through(text);
        var term = match.Pattern.Term;
        var hit = new Hit(term.Text, match.Start, match.End - match.Start, walk.Seen | match.Pattern.Disguise, term.Level, null);
        if (exceptions.Find(text, hit) is { } exception)
        {
            if (exception.Suppresses) return null;
            return hit with { Level = HitLevel.Advice, Reason = exception.Reason };
        }
        if (match.Pattern.Disguise.HasFlag(Disguise.Pinyin)) return hit with { Level = HitLevel.Advice, Reason = "拼音" };
        if (walk.HasSentenceMark) return hit with { Level = HitLevel.Advice, Reason = "跨越标点" };
        if (IsSeveralNumbers(match, walk)) return hit with { Level = HitLevel.Advice, Reason = "读作几个数" };
        if (walk.IsFormula) return hit with { Level = HitLevel.Advice, Reason = "读作算式" };
        if (IsEnumeration(text, match, walk)) return hit with { Level = HitLevel.Advice, Reason = "读作列举" };
        return hit;
    }

    private static bool IsFree(ReadOnlySpan<char> text, in PatternMatch match)
    {
        var symbols = match.Pattern.Symbols;
        var first = CodePoints.At(text, match.Start, out _);
        var last = CodePoints.Before(text, match.End, out _);
        if (match.FirstPart > 0)
        {
            if (!Boundary.IsFree(symbols[0], first, FoldingTable.Instance[first]!.To[match.FirstPart - 1], before: true)) return false;
        }
        else if (CodePoints.NeighbourBefore(text, match.Start, out var before) && !Boundary.IsFree(symbols[0], first, before, before: true)) return false;
        if (FoldingTable.Instance[last] is { To: var parts } && match.LastPart + 1 < parts.Length)
            return Boundary.IsFree(symbols[^1], last, parts[match.LastPart + 1], before: false);
        return !CodePoints.NeighbourAfter(text, match.End, out var after) || Boundary.IsFree(symbols[^1], last, after, before: false);
    }

    /// <summary>
    /// Letters or digits that go on beyond the match with the separator that stands in every gap of it (A B C D), and single
    /// letters between strokes (A/B/C): somebody counts, or spells another word.
    /// </summary>
    private static bool IsEnumeration(ReadOnlySpan<char> text, in PatternMatch match, in Walk walk)
    {
        var symbols = match.Pattern.Symbols;
        if (walk.Gaps != symbols.Length - 1 || walk.UniformGap is not { } gap || !Array.TrueForAll(symbols, IsLatinOrDigit)) return false;
        if (gap is '/' or '／' && symbols[0] is >= 'a' and <= 'z') return true;
        return GoesOn(text, match.End, gap, symbols[^1], forward: true) || GoesOn(text, match.Start, gap, symbols[0], forward: false);
    }

    /// <summary>Plain digits parted here and there, each time by something else: 2019-9-5 599元.</summary>
    private static bool IsSeveralNumbers(in PatternMatch match, in Walk walk) =>
        walk.Seen == Disguise.Separators && walk.Gaps > 1 && walk.Gaps < match.Pattern.Symbols.Length - 1 && walk.UniformGap is null
        && Array.TrueForAll(match.Pattern.Symbols, symbol => symbol is >= '0' and <= '9');

    private static bool GoesOn(ReadOnlySpan<char> text, int border, int gap, int symbol, bool forward)
    {
        if (!Neighbour(text, ref border, forward, out var code) || code != gap || !Neighbour(text, ref border, forward, out code)) return false;
        if (!IsLike(code, symbol)) return false;
        return !Neighbour(text, ref border, forward, out code) || !IsLike(code, symbol);
    }

    private static bool Neighbour(ReadOnlySpan<char> text, ref int border, bool forward, out int code)
    {
        code = 0;
        if (forward ? border >= text.Length : border <= 0) return false;
        code = forward ? CodePoints.At(text, border, out var length) : CodePoints.Before(text, border, out length);
        border += forward ? length : -length;
        return true;
    }

    private static bool IsLike(int code, int symbol) => !Boundary.IsFree(symbol, code, code, before: false);

    private static bool IsLatinOrDigit(int symbol) => symbol is >= 'a' and <= 'z' or >= '0' and <= '9';

    /// <summary>One pass over the matched characters beside the pattern's.</summary>
    private ref struct Walk(Alphabet alphabet, PatternMatch match)
    {
        private int _at;
        private bool _inGap;
        private bool _equals;

        internal Disguise Seen { get; private set; }

        internal bool HasSentenceMark { get; private set; }

        internal int Gaps { get; private set; }

        /// <summary>a+b=c: an equals sign among other signs.</summary>
        internal readonly bool IsFormula => _equals && UniformGap is null;

        /// <summary>The separator that alone stands in every gap so far; null when there are others or several.</summary>
        internal int? UniformGap { get; private set; }

        internal void Through(ReadOnlySpan<char> text)
        {
            for (var i = match.Start; i < match.End;)
            {
                var code = CodePoints.At(text, i, out var length);
                switch (alphabet[code])
                {
                    case Alphabet.Ignorable:
                        Seen |= Disguise.Invisible;
                        break;
                    case Alphabet.Separator:
                    case Alphabet.Complex when !match.SignsAreLetters && Alphabet.IsAmbiguous(code):
                        Gap(code);
                        break;
                    default:
                        _inGap = false;
                        Letter(code, skipped: i == match.Start ? match.FirstPart : 0);
                        break;
                }
                i += length;
            }
        }

        private void Gap(int code)
        {
            Seen |= Disguise.Separators;
            _equals |= code == '=';
            HasSentenceMark |= code <= char.MaxValue && SentenceMarks.Contains((char)code);
            if (Gaps == 0 && !_inGap) UniformGap = code;
            else if (_inGap || UniformGap != code) UniformGap = null;
            if (!_inGap) Gaps++;
            _inGap = true;
        }

        private void Letter(int code, int skipped)
        {
            var pattern = match.Pattern;
            var entry = FoldingTable.Instance[code];
            var parts = (entry?.To.Length ?? 1) - skipped;
            var source = pattern.Sources[_at];
            if (source != code)
            {
                var wanted = source == 0 ? null : FoldingTable.Instance[source];
                // A term may itself be written in compatibility characters: XX for ⅩⅩ is a disguise as much as ⅩⅩ for XX.
                Seen |= (entry?.Seen ?? Disguise.None) | (wanted?.Seen ?? Disguise.None);
                var cased = pattern.Symbols[_at] is >= 'a' and <= 'z'
                    && CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter;
                if (cased && (source != 0 || entry is { Upper: true }) && (entry?.Upper ?? false) != (wanted?.Upper ?? false)) Seen |= Disguise.Case;
                var folded = entry is null ? code : entry.To[skipped];
                if (alphabet.Resolve(folded) != folded) Seen |= CharacterClasses.HanDigit(folded) is null && pattern.Symbols[_at] < 0x80 ? Disguise.HanVariant | Disguise.Numeral : Disguise.HanVariant;
            }
            _at = Math.Min(_at + Math.Max(parts, 1), pattern.Symbols.Length - 1);
        }
    }
}
