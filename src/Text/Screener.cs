namespace WeChatBankGov.Text;

/// <summary>
/// Finds terms in texts, whatever their disguise. Immutable and safe for concurrent use; building one takes some
/// milliseconds, so keep it until the terms change.
/// </summary>
public sealed class Screener
{
    private const int MostSeparators = 2;

    private readonly Alphabet _alphabet;
    private readonly Automaton _automaton;
    private readonly StartFilter _filter;
    private readonly WordBorders _borders;
    private readonly MatchJudge _judge;
    private readonly int _ring;

    /// <param name="terms">What to look for; ArgumentException for a term that folds to nothing or to more than 100 characters.</param>
    /// <param name="exceptions">Come on top of <see cref="ScreeningException.Shipped"/>, which applies only where 农行 is a term.</param>
    public Screener(IEnumerable<Term> terms, IEnumerable<ScreeningException>? exceptions = null)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Term[] all = [.. terms.DistinctBy(term => term.Text)];
        var readings = UnicodeData.Readings();
        var patterns = all.SelectMany(term => Pattern.Of(term, readings)).ToArray();
        _alphabet = new(patterns);
        _automaton = new(patterns, _alphabet);
        _filter = new(_alphabet, _automaton);
        _borders = new(_alphabet);
        _judge = new(_alphabet, new(all, [.. exceptions ?? [], .. ScreeningException.Shipped]));
        // As many characters as the longest pattern has, in a power of two.
        _ring = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)patterns.Select(pattern => pattern.Symbols.Length).Append(1).Max());
    }

    /// <summary>
    /// The hits in the order of the text; of hits within each other for the same characters the longest. Allocates nothing
    /// when there is none. Any text is good: a lone surrogate is a character that no term has.
    /// </summary>
    public IReadOnlyList<Hit> Screen(ReadOnlySpan<char> text)
    {
        for (var at = _filter.Next(text, 0); at < text.Length; at = _filter.Next(text, at))
        {
            var next = at > 0 && _borders.Join(text[at], text[at - 1]) ? at + 1 : Probe(text, at);
            if (next < 0) return Run(text, at);
            at = next;
        }
        return [];
    }

    /// <summary>Follows the automaton as long as it is under way; negative when a term may be complete, otherwise where to go on.</summary>
    private int Probe(ReadOnlySpan<char> text, int at)
    {
        var (state, gap, letters) = (0, 0, 0);
        while (at < text.Length)
        {
            var unit = text[at++];
            var number = _alphabet[unit];
            if (number == Alphabet.Other && char.IsHighSurrogate(unit) && at < text.Length)
            {
                number = _alphabet[CodePoints.At(text, at - 1, out var length)];
                at += length - 1;
                letters = -1;
            }
            if (number >= Alphabet.FirstLetter)
            {
                gap = 0;
                letters++;
                state = _automaton.Next(state, number);
                if (state == 0) return at;
                if (_automaton.Finds(state) && !IsWithinWord(text, at, letters, state)) return -1;
            }
            else if (number == Alphabet.Complex) return -1;
            else if (number == Alphabet.Other || (number == Alphabet.Separator && ++gap > MostSeparators)) return at;
            else letters = 0;
        }
        return at;
    }

    /// <summary>Whether all terms that may be complete here are part of a longer word or number: ABC in ABCD, 95599 in 13955991234.</summary>
    /// <param name="letters">How many code units before <paramref name="end"/> were a letter each.</param>
    private bool IsWithinWord(ReadOnlySpan<char> text, int end, int letters, int state)
    {
        if (end < text.Length && _borders.Join(text[end - 1], text[end])) return true;
        foreach (var pattern in _automaton.Found(state))
        {
            var start = end - pattern.Symbols.Length;
            if (pattern.Symbols.Length > letters || start == 0 || !_borders.Join(text[start], text[start - 1])) return false;
        }
        return true;
    }

    /// <summary>The hits from an offset on, by the automaton and the judge alone.</summary>
    internal IReadOnlyList<Hit> Run(ReadOnlySpan<char> text, int from)
    {
        List<Hit>? hits = null;
        // A sign that may be a letter or a separator is read as a letter first; when one was met, once more as a separator.
        if (Pass(text, from, signsAreLetters: true, ref hits)) Pass(text, from, signsAreLetters: false, ref hits);
        return hits is null ? [] : HitList.Outermost(hits);
    }

    /// <summary>Runs the automaton from every start that the filter lets through. True when an ambiguous sign was met on the way.</summary>
    private bool Pass(ReadOnlySpan<char> text, int at, bool signsAreLetters, ref List<Hit>? hits)
    {
        // Where the last letters began: offset and part of the expansion.
        Span<(int Start, int Part)> trace = stackalloc (int, int)[_ring];
        var (state, gap, letters, metSign) = (0, 0, 0, false);
        while (at < text.Length)
        {
            var code = CodePoints.At(text, at, out var length);
            var number = _alphabet[code];
            if (number == Alphabet.Complex && Alphabet.IsAmbiguous(code))
            {
                metSign = true;
                if (!signsAreLetters) number = Alphabet.Separator;
            }
            if (number == Alphabet.Separator)
            {
                if (++gap > MostSeparators) state = 0;
            }
            else if (number == Alphabet.Other) state = 0;
            else if (number != Alphabet.Ignorable)
            {
                gap = 0;
                var parts = number == Alphabet.Complex ? _alphabet.Expansion(code).AsSpan() : new Span<ushort>(ref number);
                for (var part = 0; part < parts.Length; part++)
                {
                    state = parts[part] == Alphabet.Other ? 0 : _automaton.Next(state, parts[part]);
                    trace[letters++ & (trace.Length - 1)] = (at, part);
                    foreach (var pattern in _automaton.Found(state))
                    {
                        var (start, firstPart) = trace[(letters - pattern.Symbols.Length) & (trace.Length - 1)];
                        if (_judge.Judge(text, new(pattern, start, at + length, firstPart, part, signsAreLetters)) is { } hit) (hits ??= []).Add(hit);
                    }
                }
            }
            at += length;
            if (state == 0) at = _filter.Next(text, at);
        }
        return metSign;
    }
}
