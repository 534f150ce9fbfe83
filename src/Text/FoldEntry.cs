namespace WeChatBankGov.Text;

internal enum FoldKind
{
    /// <summary>Folds to one or more characters.</summary>
    Character,

    /// <summary>Stands between characters: categories Z, P, S and white space.</summary>
    Separator,

    /// <summary>Not there at all for the comparison.</summary>
    Ignorable,
}

/// <summary>What one code point folds to. <paramref name="To"/> is empty unless the kind is Character.</summary>
/// <param name="Seen">What is seen through when the code point is read as <paramref name="To"/>; never Case, see <paramref name="Upper"/>.</param>
/// <param name="Upper">Folding changed an upper case letter.</param>
/// <param name="Ambiguous">A sign that may be meant as a letter (×× for ⅩⅩ) or as a separator (农×行): both readings are tried.</param>
/// <param name="HanNumeral">A Chinese numeral, which is the neighbour of a digit only if that digit is one, too.</param>
/// <param name="Also">The ASCII letter or digit that it may be read as instead, since it or its other case is drawn like it (η is n, Η is H; 乃 is b in 卂乃匚); 0 when there is none.</param>
internal sealed record FoldEntry(
    FoldKind Kind, int[] To, Disguise Seen = Disguise.None, bool Upper = false, bool Ambiguous = false, bool HanNumeral = false, int Also = 0)
{
    /// <summary>No letter, but drawn like one: 乃 in 卂乃匚, 〤 in 〤〤银行.</summary>
    internal bool IsOccasional => Also is >= 'a' and <= 'z' && To is not [>= 'a' and <= 'z'];

    internal static readonly FoldEntry Separator = new(FoldKind.Separator, []);
    internal static readonly FoldEntry Ignorable = new(FoldKind.Ignorable, []);
}
