namespace WeChatBankGov.Text;

/// <summary>The exceptions by term, each as the folded text that stands before and after the term.</summary>
internal sealed class ExceptionList
{
    private readonly ILookup<string, (Part[] Before, Part[] After, ScreeningException Exception)> _byTerm;

    internal ExceptionList(IEnumerable<Term> terms, IEnumerable<ScreeningException> exceptions)
    {
        var phrases = exceptions.Select(exception => (Parts: Parts(exception.Phrase), exception)).ToArray();
        _byTerm = (from term in terms
                   let key = Symbols(Parts(term.Text))
                   from phrase in phrases
                   from at in Occurrences(Symbols(phrase.Parts), key)
                   select (term.Text, Before: phrase.Parts[..at], After: phrase.Parts[(at + key.Length)..], phrase.exception))
            .OrderByDescending(row => row.exception.Suppresses)
            .ToLookup(row => row.Text, row => (row.Before, row.After, row.exception));
    }

    /// <summary>A folded character of a phrase. Its numerals are parts of words (三农): there a mere digit is something else (2023农行).</summary>
    private readonly record struct Part(int Symbol, bool IsNumeral);

    /// <summary>The first exception whose phrase stands around the hit, those that suppress before the others.</summary>
    internal ScreeningException? Find(ReadOnlySpan<char> text, in Hit hit)
    {
        foreach (var (before, after, exception) in _byTerm[hit.Term])
        {
            if (EndsWith(text[..hit.Start], before) && StartsWith(text[(hit.Start + hit.Length)..], after)) return exception;
        }
        return null;
    }

    private static Part[] Parts(string phrase)
    {
        var (symbols, sources) = Pattern.Fold(phrase);
        return [.. symbols.Zip(sources, (symbol, source) => new Part(symbol, symbol is >= '0' and <= '9' && IsWrittenInHan(source)))];
    }

    private static int[] Symbols(Part[] parts) => Array.ConvertAll(parts, part => part.Symbol);

    private static IEnumerable<int> Occurrences(int[] phrase, int[] key) =>
        Enumerable.Range(0, Math.Max(0, phrase.Length - key.Length + 1)).Where(at => phrase.AsSpan(at, key.Length).SequenceEqual(key));

    private static bool EndsWith(ReadOnlySpan<char> text, Part[] wanted)
    {
        for (var (at, end) = (wanted.Length, text.Length); at > 0;)
        {
            if (!CodePoints.TakeBefore(text, ref end, out var code)) return false;
            var symbols = SymbolsOf(code);
            if (symbols.Length == 0 || symbols.Length > at || !Matches(code, symbols, wanted.AsSpan(at - symbols.Length))) return false;
            at -= symbols.Length;
        }
        return true;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, Part[] wanted)
    {
        for (var (at, start) = (0, 0); at < wanted.Length;)
        {
            if (!CodePoints.TakeAfter(text, ref start, out var code)) return false;
            var symbols = SymbolsOf(code);
            if (symbols.Length == 0 || symbols.Length > wanted.Length - at || !Matches(code, symbols, wanted.AsSpan(at))) return false;
            at += symbols.Length;
        }
        return true;
    }

    private static bool Matches(int code, int[] symbols, ReadOnlySpan<Part> wanted)
    {
        for (var i = 0; i < symbols.Length; i++)
        {
            if (symbols[i] != wanted[i].Symbol || (wanted[i].IsNumeral && !IsWrittenInHan(code))) return false;
        }
        return true;
    }

    private static int[] SymbolsOf(int code) => code is >= 0xD800 and <= 0xDFFF ? [code] : Pattern.Fold(char.ConvertFromUtf32(code)).Symbols;

    /// <summary>三, 叁 or the radical ⼆; ㈢ and ㊂ number something and are no part of a word.</summary>
    private static bool IsWrittenInHan(int code) => CharacterClasses.IsHan(code) || code is >= 0x2E80 and <= 0x2FDF;
}
