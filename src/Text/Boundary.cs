using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>
/// Whether the character beside a term's Latin or digit end makes the match part of a longer word or number.
/// A Chinese numeral, a sign that may be meant as a letter (a flag, ×, ™), or a character drawn like one (乃, 〤) does so only beside
/// one of its kind.
/// </summary>
internal static class Boundary
{
    // Letters, with their capitals, that stand around names as ornaments and never in words here: ʚABCɞ, ღABCღ.
    private const string Ornaments = "ʚɞξΞღᲦლᲚ";

    internal static bool IsFree(int symbol, int matched, int neighbour, bool before)
    {
        var latin = symbol is >= 'a' and <= 'z';
        if (!latin && symbol is not (>= '0' and <= '9')) return true;
        if (latin && neighbour <= char.MaxValue && Ornaments.Contains((char)neighbour)) return true;
        // By itself, too: З is a letter after ABC, and 3 after 95599.
        if (latin && IsLetter(neighbour)) return false;
        var entry = FoldingTable.Instance[neighbour];
        if (entry is { Kind: not FoldKind.Character }) return true;
        if (entry is { HanNumeral: true } && FoldingTable.Instance[matched] is not { HanNumeral: true }) return true;
        if (entry is { Ambiguous: true } && FoldingTable.Instance[matched] is not { Ambiguous: true }) return true;
        if (latin && entry is { IsOccasional: true } && FoldingTable.Instance[matched] is { IsOccasional: true }) return false;
        var folded = entry is null ? neighbour : before ? entry.To[^1] : entry.To[0];
        return latin ? !IsLetter(folded) : folded is not (>= '0' and <= '9');
    }

    /// <summary>
    /// A letter of an alphabet: any with cases, Hebrew, and Arabic. Chinese, kana and Hangul beside a Latin word don't lengthen
    /// it, nor do the scripts of which names take single letters as ornaments.
    /// </summary>
    private static bool IsLetter(int code) => CharUnicodeInfo.GetUnicodeCategory(code) switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.OtherLetter => code is >= 0x5D0 and <= 0x6FF,
        _ => false,
    };
}
