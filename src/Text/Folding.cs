using System.Text;

namespace WeChatBankGov.Text;

/// <summary>Folding of whole names, for comparing them. What is stored and shown is never folded.</summary>
public static class Folding
{
    /// <summary>
    /// The canonical key of a name: two names that look or read alike have the same key (ⅩⅩ银行, xx 銀行). All foldings of the
    /// screening are applied; ignorable characters and separators are dropped. Never empty for a text that is not: a name
    /// of nothing but signs is its own key. Compare ordinally. The key is stable only within one version of the program's data.
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) AppendKey(key, rune.Value);
        return key.Length > 0 ? key.ToString() : text;
    }

    internal static void AppendKey(StringBuilder key, int code)
    {
        var entry = FoldingTable.Instance[code];
        if (entry is null) key.Append(new Rune(Common(code)));
        else if (entry is not { Ambiguous: true, To.Length: > 1 })
        {
            foreach (var part in entry.To) key.Append(new Rune(Common(part)));
        }
    }

    // A rare variant of a numeral (弐) is found in two steps: to the common character, and from there to the digit.
    private static int Common(int code)
    {
        if (!CharacterClasses.IsHan(code)) return code;
        var common = HanVariants.Common(code);
        return CharacterClasses.HanDigit(common) is { } digit ? '0' + digit : common;
    }
}
