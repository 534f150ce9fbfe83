using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>What a code point is, as far as general categories, numeric values and character names tell.</summary>
internal static class CharacterClasses
{
    // Ordinary, financial and traditional forms. 两 and 参 are words more often than numbers and are left out.
    private static readonly string[] HanDigits =
        ["〇零", "一壹弌壱幺", "二贰貳弍弐贰", "三叁叄弎", "四肆亖", "五伍", "六陆陸", "七柒漆", "八捌", "九玖"];

    private static readonly Dictionary<int, int> HanDigitValues =
        HanDigits.SelectMany((forms, value) => forms.Distinct().Select(form => (Code: (int)form, Value: value))).ToDictionary(pair => pair.Code, pair => pair.Value);

    internal static int? HanDigit(int code) => HanDigitValues.TryGetValue(code, out var value) ? value : null;

    /// <summary>A decimal digit or integer from 0 to 9 of any script: ⑨, ٩, Ⅴ, ㈤.</summary>
    internal static int? Digit(int code)
    {
        Span<char> buffer = stackalloc char[2];
        var value = code < 0x10000
            ? CharUnicodeInfo.GetNumericValue((char)code)
            : CharUnicodeInfo.GetNumericValue(char.ConvertFromUtf32(code), 0);
        return value is >= 0 and <= 9 && value == Math.Floor(value) ? (int)value : null;
    }

    /// <summary>Letters that only the character names tell: NEGATIVE CIRCLED, NEGATIVE SQUARED, REGIONAL INDICATOR, OUTLINED, SQUARED AB.</summary>
    internal static int[]? EnclosedLetter(int code) => code switch
    {
        >= 0x1F150 and <= 0x1F169 => ['a' + code - 0x1F150],
        >= 0x1F170 and <= 0x1F189 => ['a' + code - 0x1F170],
        >= 0x1F1E6 and <= 0x1F1FF => ['a' + code - 0x1F1E6],
        >= 0x1CCD6 and <= 0x1CCEF => ['a' + code - 0x1CCD6],
        0x1F18E => ['a', 'b'],
        _ => null,
    };

    /// <summary>Cf, Mn, Me, and what shows nothing although its category says otherwise: Hangul fillers.</summary>
    internal static bool IsIgnorable(int code, UnicodeCategory category) => category switch
    {
        UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => true,
        _ => code is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2065 or >= 0xFFF0 and <= 0xFFF8 or >= 0xE0000 and <= 0xE0FFF,
    };

    /// <summary>
    /// Z, P, S and the tab; private use and emoji newer than this runtime, since that is what they are in names; and the
    /// strokes, marks and modifier letters that nobody can tell from a bar, a dot or a dash: 农丨行, 农丶行, 农ー行, 农ㆍ行, 农ˉ行.
    /// A line break, as every other control, is none: it ends what stands before it.
    /// </summary>
    internal static bool IsSeparator(int code, UnicodeCategory category) => category switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol
            or UnicodeCategory.PrivateUse => true,
        UnicodeCategory.Control => code == '\t',
        UnicodeCategory.OtherNotAssigned => code is >= 0x1F000 and <= 0x1FBFF,
        _ => code is 0x4E28 or 0x4E36 or 0x4E3F or 0x30FC or 0xFF70 or 0x119E or >= 0x1C0 and <= 0x1C2
            or >= 0x2B9 and <= 0x2BF or >= 0x2C6 and <= 0x2D1 or 0x2EC or 0x2EE,
    };

    internal static bool IsMark(int code) =>
        CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format;

    internal static bool IsHan(int code) => code is >= 0x3400 and <= 0x4DBF or >= 0x4E00 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000 and <= 0x3FFFF;
}
