using System.Text;

namespace WeChatBankGov.Text;

/// <summary>One folded spelling of a term.</summary>
/// <param name="Symbols">Folded code points.</param>
/// <param name="Sources">For each symbol the term's own code point, or 0 where the spelling is not the term's.</param>
/// <param name="Disguise">Pinyin or Split, where the spelling itself is a disguise.</param>
internal sealed record Pattern(Term Term, int[] Symbols, int[] Sources, Disguise Disguise)
{
    private const int MostHanMixed = 4;
    private const int MostSplit = 4;

    // Characters often written as their halves, because each half is a character of its own.
    private static readonly Dictionary<char, string[]> Halves = new()
    {
        ['行'] = ["彳亍"],
        ['农'] = ["曲辰"],
        ['银'] = ["钅艮", "金艮", "釒艮"],
        ['国'] = ["囗玉", "口玉"],
        ['信'] = ["亻言"],
        ['储'] = ["亻诸"],
        ['招'] = ["扌召"],
    };

    /// <summary>The term's spellings: as it is, with split characters, and with pinyin for some or all of its Han characters.</summary>
    internal static IEnumerable<Pattern> Of(Term term, Dictionary<int, string> readings)
    {
        var (symbols, sources) = Fold(term.Text);
        if (symbols.Length is 0 or > 100) throw new ArgumentException($"“{term.Text}” can't be a term: it folds to {symbols.Length} characters.", nameof(term));
        yield return new(term, symbols, sources, Disguise.None);
        if (symbols.Length == 1) yield break;

        foreach (var split in Splits(symbols)) yield return Respell(term, symbols, sources, at => split.GetValueOrDefault(at), Disguise.Split);

        var han = Enumerable.Range(0, symbols.Length).Where(i => readings.ContainsKey(symbols[i])).ToArray();
        if (!term.Pinyin || han.Length < 2) yield break;
        string? Sound(int at) => at > 0 && symbols[at] == '行' ? "hang" : readings[symbols[at]];   // a bank is a háng, and kMandarin says xíng
        yield return Respell(term, symbols, sources, at => han.Contains(at) ? Sound(at) : null, Disguise.Pinyin);
        if (han.Length > MostHanMixed) yield break;
        for (var mix = 1; mix < (1 << han.Length) - 1; mix++)
        {
            var chosen = mix;
            yield return Respell(term, symbols, sources, at => Array.IndexOf(han, at) is >= 0 and var k && (chosen >> k & 1) == 1 ? Sound(at) : null, Disguise.Pinyin);
        }
    }

    /// <summary>Which characters are written as which halves, in every combination of up to <see cref="MostSplit"/> of them.</summary>
    private static IEnumerable<Dictionary<int, string>> Splits(int[] symbols)
    {
        var found = new List<Dictionary<int, string>> { new() };
        foreach (var i in Enumerable.Range(0, symbols.Length).Where(i => symbols[i] <= char.MaxValue && Halves.ContainsKey((char)symbols[i])).Take(MostSplit))
        {
            found.AddRange([.. from split in found from half in Halves[(char)symbols[i]] select new Dictionary<int, string>(split) { [i] = half }]);
        }
        return found.Skip(1);
    }

    /// <summary>Folded like any text, Han resolved to common characters.</summary>
    internal static (int[] Symbols, int[] Sources) Fold(string text)
    {
        var (symbols, sources) = (new List<int>(), new List<int>());
        var key = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            key.Clear();
            Folding.AppendKey(key, rune.Value);
            foreach (var symbol in key.ToString().EnumerateRunes())
            {
                symbols.Add(symbol.Value);
                sources.Add(rune.Value);
            }
        }
        return ([.. symbols], [.. sources]);
    }

    private static Pattern Respell(Term term, int[] symbols, int[] sources, Func<int, string?> spelling, Disguise disguise)
    {
        var (newSymbols, newSources) = (new List<int>(), new List<int>());
        for (var i = 0; i < symbols.Length; i++)
        {
            var spelt = spelling(i)?.Select(c => (int)c).ToArray();
            newSymbols.AddRange(spelt ?? [symbols[i]]);
            newSources.AddRange(spelt is null ? [sources[i]] : new int[spelt.Length]);
        }
        return new(term, [.. newSymbols], [.. newSources], disguise);
    }
}
