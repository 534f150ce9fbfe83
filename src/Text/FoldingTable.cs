using System.Globalization;

namespace WeChatBankGov.Text;

/// <summary>
/// The folding of every code point but the Han variants, which depend on the terms (<see cref="HanVariants"/>).
/// The order of the steps matters; FoldingOrderTests has the case that shows why, for each of them.
/// </summary>
internal sealed class FoldingTable
{
    private const int Limit = 0x110000;
    private static readonly Lazy<FoldingTable> Lazily = new(() => new FoldingTable());

    // Pages of 256 code points; a page without any entry is null, and its characters stand for themselves.
    private readonly FoldEntry?[]?[] _pages = new FoldEntry?[]?[Limit >> 8];
    private readonly Dictionary<int, int[]> _compatibility = UnicodeData.Compatibility();
    private readonly Dictionary<int, int> _lookAlikes = UnicodeData.LookAlikes();
    private readonly LetterLooks _looks;

    private FoldingTable()
    {
        _looks = new(UnicodeData.Confusables(), _lookAlikes);
        for (var code = 0; code < Limit; code++)
        {
            // Nothing but identical Han characters in between: skipping them makes the start quick.
            if (code == 0x3400) code = 0x4DC0;
            if (code == 0x20000) code = 0x2F800;
            if (code == 0x30000) code = 0xE0000;
            if (code == 0xE1000) break;
            if (code is >= 0xAC00 and <= 0xD7A3 or >= 0xD800 and <= 0xDFFF) continue;
            Add(code);
        }
        foreach (var code in _lookAlikes.Keys) Add(code);
        foreach (var (code, letter) in UnicodeData.OccasionalLookAlikes()) Set(code, (Fold(code) ?? new(FoldKind.Character, [code])) with { Also = letter });
    }

    internal static FoldingTable Instance => Lazily.Value;

    /// <summary>The entry of a code point; null when it stands for itself.</summary>
    internal FoldEntry? this[int code] => _pages[code >> 8]?[code & 0xFF];

    /// <summary>False when all 256 code points of the page stand for themselves.</summary>
    internal bool HasPage(int code) => _pages[code >> 8] is not null;

    /// <summary>The full compatibility decomposition of a code point; itself when it has none.</summary>
    internal int[] Decomposed(int code) => _compatibility.GetValueOrDefault(code) ?? [code];

    private void Add(int code)
    {
        if (Fold(code) is { } entry) Set(code, entry);
    }

    private void Set(int code, FoldEntry entry) => (_pages[code >> 8] ??= new FoldEntry?[256])[code & 0xFF] = entry;

    private FoldEntry? Fold(int code)
    {
        var category = CharUnicodeInfo.GetUnicodeCategory(code);
        if (CharacterClasses.IsIgnorable(code, category)) return FoldEntry.Ignorable;
        if (code < 0x80) return FoldAscii(code, category);
        if (CharacterClasses.HanDigit(code) is { } numeral) return new(FoldKind.Character, ['0' + numeral], Disguise.Numeral, HanNumeral: true);
        if (CharacterClasses.Digit(code) is { } digit) return FoldDigit(code, digit);
        if (CharacterClasses.EnclosedLetter(code) is { } letters)
            return new(FoldKind.Character, letters, Disguise.Enclosed, Upper: true, Ambiguous: code >= 0x1F1E6);   // flags are ornaments, too

        var sign = CharacterClasses.IsSeparator(code, category);
        if (!_lookAlikes.ContainsKey(code) && _compatibility.TryGetValue(code, out var parts)) return Decompose(code, parts, sign);
        return sign ? _looks.OfSign(code) : _looks.OfLetter(code);
    }

    private static FoldEntry? FoldAscii(int code, UnicodeCategory category) => code switch
    {
        >= 'A' and <= 'Z' => new(FoldKind.Character, [code | 0x20], Upper: true),
        >= 'a' and <= 'z' or >= '0' and <= '9' => null,
        _ => CharacterClasses.IsSeparator(code, category) ? FoldEntry.Separator : null,   // line breaks and other controls end a run
    };

    private FoldEntry FoldDigit(int code, int digit)
    {
        var parts = Decomposed(code);
        // ㈤ and ㊄ hold 五, and are Chinese numerals as much as it is. 〡 to 〩 are those of Suzhou.
        var han = code is >= 0x3021 and <= 0x3029 || Array.Exists(parts, part => CharacterClasses.HanDigit(part) is not null);
        return new(FoldKind.Character, ['0' + digit], parts.Contains('0' + digit) ? Disguise.Compatibility : Disguise.Numeral, HanNumeral: han);
    }

    /// <summary>NFKC's parts, each folded in turn: a Kangxi radical may be a numeral, an accented Cyrillic letter a look-alike.</summary>
    private FoldEntry Decompose(int code, int[] parts, bool sign)
    {
        var to = new List<int>();
        var seen = Disguise.None;
        var (upper, numeral, marks, also) = (false, false, 0, 0);
        foreach (var part in parts)
        {
            var entry = part == code ? null : Fold(part);
            if (entry is { Kind: FoldKind.Ignorable }) { marks++; continue; }
            if (entry is { Kind: FoldKind.Separator } or { Ambiguous: true }) continue;   // the brackets of 🄐
            to.AddRange(entry?.To ?? [part]);
            if (entry is null) continue;
            seen |= entry.Seen;
            upper |= entry.Upper;
            numeral |= entry.HanNumeral;
            also = entry.Also;
        }
        if (to.Count == 0) return sign || marks < parts.Length ? FoldEntry.Separator : FoldEntry.Ignorable;
        seen |= marks > 0 ? Disguise.Invisible : Disguise.Compatibility;
        // ™ and ℡ are signs beside a name more often than letters in one, and ㊗ and 🈴 ornaments more often than characters.
        var ornament = sign && (code is >= 0x3200 and < 0x3400 or >= 0x1F200 and < 0x1F300 || (to.Count > 1 && to.TrueForAll(c => c is >= 'a' and <= 'z')));
        return new(FoldKind.Character, [.. to], seen, upper, Ambiguous: ornament, numeral, to.Count == 1 ? also : 0);
    }
}
