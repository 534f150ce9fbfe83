namespace WeChatBankGov.Text;

/// <summary>Aho and Corasick's automaton over the numbers of an <see cref="Alphabet"/>, with every transition filled in. State 0 is the root.</summary>
internal sealed class Automaton
{
    private readonly int _width;
    private readonly List<int> _next = [];
    private readonly List<Pattern[]> _found = [];
    private readonly int[] _table;
    private readonly bool[] _finds;

    internal Automaton(IReadOnlyCollection<Pattern> patterns, Alphabet alphabet)
    {
        _width = alphabet.Size;
        AddState();
        foreach (var pattern in patterns)
        {
            var state = 0;
            foreach (var symbol in pattern.Symbols)
            {
                var at = state * _width + alphabet.Number(symbol);
                if (_next[at] == 0) _next[at] = AddState();
                state = _next[at];
            }
            _found[state] = [.. _found[state], pattern];
        }
        Complete();
        _table = [.. _next];
        _finds = [.. _found.Select(patterns => patterns.Length > 0)];
    }

    internal int Next(int state, int number) => _table[state * _width + number];

    /// <summary>Whether any pattern ends in this state.</summary>
    internal bool Finds(int state) => _finds[state];

    /// <summary>The patterns that end in this state, longest first.</summary>
    internal Pattern[] Found(int state) => _found[state];

    private int AddState()
    {
        _next.AddRange(new int[_width]);
        _found.Add([]);
        return _found.Count - 1;
    }

    /// <summary>Fills the missing transitions with those of the longest proper suffix, breadth first.</summary>
    private void Complete()
    {
        var suffix = new int[_found.Count];
        var queue = new Queue<int>();
        queue.Enqueue(0);
        while (queue.TryDequeue(out var state))
        {
            if (state != 0) _found[state] = [.. _found[state], .. _found[suffix[state]]];
            for (var number = 0; number < _width; number++)
            {
                var at = state * _width + number;
                var fallback = state == 0 ? 0 : _next[suffix[state] * _width + number];
                if (_next[at] == 0) _next[at] = fallback;
                else { suffix[_next[at]] = fallback; queue.Enqueue(_next[at]); }
            }
        }
    }
}
