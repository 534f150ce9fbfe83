using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>
/// Whether the character beside a term's Latin or digit end makes the match part of a longer word or number.
/// A Chinese numeral, or a sign that may be meant as a letter (a flag, ×, ™), does so only beside one of its kind.
/// </summary>
internal static class Boundary
{
    // Small letters that stand around names as ornaments and never in words here: ʚABCɞ.
    private const string Ornaments = "ʚɞξζ";

    internal static bool IsFree(int symbol, int matched, int neighbour, bool before)
    {
        var latin = symbol is >= 'a' and <= 'z';
        if (!latin && symbol is not (>= '0' and <= '9')) return true;
        var entry = FoldingTable.Instance[neighbour];
        if (entry is { Kind: not FoldKind.Character }) return true;
        if (entry is { HanNumeral: true } && FoldingTable.Instance[matched] is not { HanNumeral: true }) return true;
        if (entry is { Ambiguous: true } && FoldingTable.Instance[matched] is not { Ambiguous: true }) return true;
        var folded = entry is null ? neighbour : before ? entry.To[^1] : entry.To[0];
        return latin ? !IsLetter(folded) : folded is not (>= '0' and <= '9');
    }

    /// <summary>A letter of an alphabet with cases. Chinese, kana and Hangul beside a Latin word don't lengthen it.</summary>
    private static bool IsLetter(int code)
    {
        if (code is >= 'a' and <= 'z') return true;
        var european = code is >= 0xAA and < 0x590 or >= 0x1C80 and < 0x1C90 or >= 0x1D00 and < 0x2000 or >= 0x2C60 and < 0x2E00 or >= 0xA640 and < 0xA800 or >= 0xAB30 and < 0xABC0;
        return european && CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            && !Ornaments.Contains((char)code);
    }
}
