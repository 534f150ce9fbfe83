using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>One pass over the matched characters beside the pattern's: what was seen through, and what stands between.</summary>
internal ref struct MatchWalk(Alphabet alphabet, PatternMatch match)
{
    private int _at;
    private Gaps _gaps = new();

    internal Disguise Seen { get; private set; }

    internal readonly Gaps Gaps => _gaps;

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
                    Seen |= Disguise.Separators;
                    _gaps.Add(code);
                    break;
                default:
                    _gaps.Close();
                    Letter(code, skipped: i == match.Start ? match.FirstPart : 0);
                    break;
            }
            i += length;
        }
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
            var other = entry is { Also: not 0 and var also } && also == pattern.Symbols[_at] && !entry.To.Contains(also);
            Seen |= (other ? Disguise.LookAlike : entry?.Seen ?? Disguise.None) | (wanted?.Seen ?? Disguise.None);
            var cased = pattern.Symbols[_at] is >= 'a' and <= 'z'
                && CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter;
            if (cased && (source != 0 || entry is { Upper: true }) && (entry?.Upper ?? false) != (wanted?.Upper ?? false)) Seen |= Disguise.Case;
            var folded = entry is null ? code : entry.To[skipped];
            if (!other && alphabet.Resolve(folded) != folded) Seen |= CharacterClasses.HanDigit(folded) is null && pattern.Symbols[_at] < 0x80 ? Disguise.HanVariant | Disguise.Numeral : Disguise.HanVariant;
        }
        _at = Math.Min(_at + Math.Max(parts, 1), pattern.Symbols.Length - 1);
    }
}
