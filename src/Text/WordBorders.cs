namespace WeChatBankGov.Text;

/// <summary>
/// Tells at a glance of two neighbouring UTF-16 code units that they belong to one word or number, so that no term begins or
/// ends between them: what <see cref="Boundary"/> can say without knowing the match, so that a long word with a term's letters in
/// it is passed over without following it.
/// </summary>
internal sealed class WordBorders
{
    private const byte Latin = 1, Digit = 2, HanNumeral = 4;

    // What a unit is as the end of a term, and which ends are never free beside it.
    private readonly byte[] _ends = new byte[0x10000];
    private readonly byte[] _neighbours = new byte[0x10000];

    internal WordBorders(Alphabet alphabet)
    {
        for (var code = 0; code < 0x10000; code++)
        {
            if (code is >= 0xD800 and <= 0xDFFF) continue;
            _ends[code] = End(alphabet.Symbols(alphabet[code]), code);
            _neighbours[code] = (byte)(Never('a', 'a', code, Latin) | Never('0', '0', code, Digit) | Never('0', '〇', code, HanNumeral));
        }
    }

    /// <summary>Whether a term's end at <paramref name="end"/> is never free beside <paramref name="neighbour"/>.</summary>
    internal bool Join(char end, char neighbour) => (_ends[end] & _neighbours[neighbour]) != 0;

    private static byte End(ReadOnlySpan<int> symbols, int code)
    {
        var kind = Latin | Digit | HanNumeral;
        foreach (var symbol in symbols)
        {
            kind &= symbol is >= 'a' and <= 'z' ? Latin : symbol is not (>= '0' and <= '9') ? 0 : FoldingTable.Instance[code] is { HanNumeral: true } ? Digit | HanNumeral : Digit;
        }
        return symbols.IsEmpty ? (byte)0 : (byte)kind;
    }

    private static int Never(int symbol, int matched, int neighbour, int kind) =>
        Boundary.IsFree(symbol, matched, neighbour, before: true) || Boundary.IsFree(symbol, matched, neighbour, before: false) ? 0 : kind;
}
