namespace WeChatBankGov.Text;

/// <summary>
/// The characters of all patterns, numbered, and for every code point the number of the one it folds to: the whole folding
/// and the Han closure in one look-up.
/// </summary>
internal sealed class Alphabet
{
    internal const ushort Other = 0, Ignorable = 1, Separator = 2, Complex = 3, FirstLetter = 4;

    private readonly Dictionary<int, ushort> _numbers = [];
    private readonly int[] _symbols;
    private readonly List<(ushort One, ushort Other)> _pairs = [];
    private readonly Dictionary<int, int> _variants;
    private readonly ushort[] _units = new ushort[0x10000];
    private readonly ushort[]?[] _pages = new ushort[]?[0x1100];
    private readonly Dictionary<int, ushort[]> _expansions = [];

    internal Alphabet(IEnumerable<Pattern> patterns)
    {
        foreach (var symbol in patterns.SelectMany(pattern => pattern.Symbols)) _numbers.TryAdd(symbol, (ushort)(FirstLetter + _numbers.Count));
        _symbols = [.. _numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)];
        var han = _numbers.Keys.Where(CharacterClasses.IsHan);
        // A variant of a numeral is the digit: 㐅 is 五 is 5.
        var numerals = Enumerable.Range(0x3000, 0x7000).Where(code => CharacterClasses.HanDigit(code) is { } digit && _numbers.ContainsKey('0' + digit));
        _variants = HanVariants.Towards(han.Concat(numerals));
        for (var code = 0; code < 0x110000; code++)
        {
            var page = FoldingTable.Instance.HasPage(code);
            if (!page && (code & 0xFF) == 0 && code is not (>= 0x2E00 and < 0xA000 or >= 0x20000 and < 0x33000)) code |= 0xFF;
            else if (Classify(code) is var number && number != Other) Set(code, number);
        }
        foreach (var (symbol, number) in _numbers) Set(symbol, number);
    }

    /// <summary>One more than the greatest number.</summary>
    internal int Size => FirstPair + _pairs.Count;

    /// <summary>One more than the greatest number of a single character.</summary>
    internal int FirstPair => FirstLetter + _numbers.Count;

    /// <summary>The numbers that stand for either of two others: η is read as n and as h.</summary>
    internal IEnumerable<(ushort Number, ushort One, ushort Other)> Pairs =>
        _pairs.Select((pair, i) => ((ushort)(FirstPair + i), pair.One, pair.Other));

    /// <summary>The symbols that a number stands for: one, either of two, or none where it is no letter's.</summary>
    internal int[] Symbols(ushort number) =>
        number < FirstLetter ? [] : number < FirstPair ? [_symbols[number - FirstLetter]]
            : [_symbols[_pairs[number - FirstPair].One - FirstLetter], _symbols[_pairs[number - FirstPair].Other - FirstLetter]];

    /// <summary>The number of a symbol of a pattern.</summary>
    internal ushort Number(int symbol) => _numbers[symbol];

    /// <summary>Other, Ignorable, Separator, Complex, or the number of what the code point folds to.</summary>
    internal ushort this[int code] => code < 0x10000 ? _units[code] : _pages[code >> 8] is { } page ? page[code & 0xFF] : Other;

    /// <summary>The same for one UTF-16 code unit; Other for a surrogate.</summary>
    internal ushort this[char unit] => _units[unit];

    /// <summary>The numbers of a Complex code point; Other for what is in no pattern.</summary>
    internal ushort[] Expansion(int code) => _expansions[code];

    /// <summary>A Complex code point that may also be a separator.</summary>
    internal static bool IsAmbiguous(int code) => FoldingTable.Instance[code] is { Ambiguous: true };

    /// <summary>The symbol that a folded character is a variant of.</summary>
    internal int Resolve(int folded) =>
        !_variants.TryGetValue(folded, out var target) ? folded : CharacterClasses.HanDigit(target) is { } digit ? '0' + digit : target;

    private void Set(int code, ushort number)
    {
        if (code < 0x10000) _units[code] = number;
        else (_pages[code >> 8] ??= new ushort[256])[code & 0xFF] = number;
    }

    private ushort Classify(int code)
    {
        var entry = FoldingTable.Instance[code];
        if (entry is null) return _numbers.GetValueOrDefault(Resolve(code));
        if (entry.Kind != FoldKind.Character) return entry.Kind == FoldKind.Ignorable ? Ignorable : Separator;
        var numbers = Array.ConvertAll(entry.To, to => _numbers.GetValueOrDefault(Resolve(to)));
        var also = entry.Also == 0 ? Other : _numbers.GetValueOrDefault(entry.Also);
        if (Array.TrueForAll(numbers, number => number == Other) && also == Other) return entry.Ambiguous ? Separator : Other;
        if (numbers.Length == 1 && !entry.Ambiguous) return Either(numbers[0], also);
        _expansions[code] = numbers;
        return Complex;
    }

    private ushort Either(ushort one, ushort other)
    {
        if (one == Other || other == Other) return one == Other ? other : one;
        if (!_pairs.Contains((one, other))) _pairs.Add((one, other));
        return (ushort)(FirstPair + _pairs.IndexOf((one, other)));
    }
}
