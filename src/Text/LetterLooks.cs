using System.Globalization;
using System.Text;

namespace WeChatBankGov.Text;

/// <summary>What a letter that has no compatibility decomposition is drawn like, and its case folding.</summary>
internal sealed class LetterLooks(Dictionary<int, int[]> confusables, Dictionary<int, int> lookAlikes)
{
    /// <summary>
    /// The look in the letter's own case before case folding, and that of its other case: в is drawn like nothing and В like B,
    /// η like n and Η like H. Either case is read as both, or АВС could hide by turning into авс.
    /// </summary>
    internal FoldEntry? OfLetter(int code)
    {
        var capital = Upper(code);
        var small = Lower(capital == code ? code : capital);
        var (own, other) = (Look(code), code == capital ? Look(small) : Look(capital));
        if (capital == small) return own;
        var upper = CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.UppercaseLetter;
        if (own is not null && IsAscii(own.To)) return Single(own) == Single(other) ? own : own with { Also = Single(other) };
        if (other is not null && IsAscii(other.To)) return other with { Upper = upper };
        var entry = Look(capital) ?? Look(small);
        if (entry is { Kind: FoldKind.Separator }) return entry;
        return entry is not null ? entry with { Upper = upper } : code == small ? null : new(FoldKind.Character, [small], Upper: upper);
    }

    /// <summary>A sign that looks like exactly one letter may be meant as one (₳, ×), and may be meant as a sign.</summary>
    internal FoldEntry OfSign(int code) =>
        Look(code) is { Kind: FoldKind.Character } look && Single(look) != 0 ? look with { Ambiguous = true } : FoldEntry.Separator;

    private FoldEntry? Look(int code)
    {
        if (lookAlikes.TryGetValue(code, out var drawn))
            return new(FoldKind.Character, [drawn], drawn > 0x7F ? Disguise.HanVariant : Disguise.LookAlike,
                Upper: CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.UppercaseLetter);
        // Between Han characters only the variants speak (士 is not 土).
        if (!confusables.TryGetValue(code, out var skeleton) || CharacterClasses.IsHan(code)) return null;
        var shapes = skeleton.Where(part => !CharacterClasses.IsMark(part)).ToArray();
        if (shapes is ['r', 'n']) shapes = ['m'];
        // Modifier letters, tone letters and kana that nobody can tell from an apostrophe, a dot or a stroke: ʼ ꓸ ノ.
        if (shapes.Length > 0 && Array.TrueForAll(shapes, part => CharacterClasses.IsSeparator(part, CharUnicodeInfo.GetUnicodeCategory(part)))) return FoldEntry.Separator;
        var to = Array.ConvertAll(shapes, Lower);
        var changed = to.Length == 1 ? to[0] != code : IsAscii(to);
        return changed ? new(FoldKind.Character, to, Disguise.LookAlike, Upper: shapes[0] != to[0]) : null;
    }

    private static bool IsAscii(int[] to) => to.Length > 0 && Array.TrueForAll(to, part => part is >= 'a' and <= 'z' or >= '0' and <= '9');

    /// <summary>The one ASCII letter or digit of a look; 0 when it is none or several.</summary>
    private static int Single(FoldEntry? look) => look is { To: [var single] } && IsAscii(look.To) ? single : 0;

    private static int Lower(int code) => Rune.IsValid(code) ? Rune.ToLowerInvariant(new Rune(code)).Value : code;

    private static int Upper(int code) => Rune.IsValid(code) ? Rune.ToUpperInvariant(new Rune(code)).Value : code;
}
