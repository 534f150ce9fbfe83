namespace WeChatBankGov.Text;

/// <summary>The exceptions by term, each as the folded text that stands before and after the term.</summary>
internal sealed class ExceptionList
{
    private readonly ILookup<string, (int[] Before, int[] After, ScreeningException Exception)> _byTerm;

    internal ExceptionList(IEnumerable<Term> terms, IEnumerable<ScreeningException> exceptions)
    {
        var keyed = exceptions.Select(exception => (Symbols: Pattern.Fold(exception.Phrase).Symbols, exception)).ToArray();
        _byTerm = (from term in terms
                   let key = Pattern.Fold(term.Text).Symbols
                   from phrase in keyed
                   from at in Occurrences(phrase.Symbols, key)
                   select (term.Text, Before: phrase.Symbols[..at], After: phrase.Symbols[(at + key.Length)..], phrase.exception))
            .OrderByDescending(row => row.exception.Suppresses)
            .ToLookup(row => row.Text, row => (row.Before, row.After, row.exception));
    }

    /// <summary>The first exception whose phrase stands around the hit, those that suppress before the others.</summary>
    internal ScreeningException? Find(ReadOnlySpan<char> text, in Hit hit)
    {
        foreach (var (before, after, exception) in _byTerm[hit.Term])
        {
            if (EndsWith(text[..hit.Start], before) && StartsWith(text[(hit.Start + hit.Length)..], after)) return exception;
        }
        return null;
    }

    private static IEnumerable<int> Occurrences(int[] phrase, int[] key) =>
        Enumerable.Range(0, Math.Max(0, phrase.Length - key.Length + 1)).Where(at => phrase.AsSpan(at, key.Length).SequenceEqual(key));

    private static bool EndsWith(ReadOnlySpan<char> text, int[] wanted)
    {
        for (var at = wanted.Length; at > 0;)
        {
            if (!CodePoints.NeighbourBefore(text, text.Length, out var code)) return false;
            while (CodePoints.Before(text, text.Length, out var length) != code) text = text[..^length];   // ignorables
            text = text[..^(code > char.MaxValue ? 2 : 1)];
            var symbols = Pattern.Fold(char.IsSurrogate((char)code) && code <= char.MaxValue ? "\uFFFD" : char.ConvertFromUtf32(code)).Symbols;
            if (symbols.Length == 0 || symbols.Length > at || !wanted.AsSpan(at - symbols.Length, symbols.Length).SequenceEqual(symbols)) return false;
            at -= symbols.Length;
        }
        return true;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, int[] wanted)
    {
        for (var at = 0; at < wanted.Length;)
        {
            if (!CodePoints.NeighbourAfter(text, 0, out var code)) return false;
            while (CodePoints.At(text, 0, out var length) != code) text = text[length..];   // ignorables
            text = text[(code > char.MaxValue ? 2 : 1)..];
            var symbols = Pattern.Fold(char.IsSurrogate((char)code) && code <= char.MaxValue ? "\uFFFD" : char.ConvertFromUtf32(code)).Symbols;
            if (symbols.Length == 0 || symbols.Length > wanted.Length - at || !wanted.AsSpan(at, symbols.Length).SequenceEqual(symbols)) return false;
            at += symbols.Length;
        }
        return true;
    }
}
