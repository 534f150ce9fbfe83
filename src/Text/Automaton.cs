namespace WeChatBankGov.Text;

/// <summary>
/// Aho and Corasick's automaton over the numbers of an <see cref="Alphabet"/>, with every transition filled in. A state is a
/// set of beginnings of patterns, all those that the text may just be in: more than one, since a letter may be read as
/// either of two. State 0 is the empty set.
/// </summary>
internal sealed class Automaton
{
    private readonly int _width;
    private readonly ILookup<int, int> _pairsOf;
    private readonly int[][] _fromRoot;
    private readonly List<Dictionary<int, int>> _tree = [[]];
    private readonly List<List<Pattern>> _ends = [[]];
    private readonly Dictionary<string, int> _states = [];
    private readonly List<int[]> _sets = [];
    private readonly int[] _table;
    private readonly Pattern[][] _found;

    internal Automaton(IReadOnlyCollection<Pattern> patterns, Alphabet alphabet)
    {
        _width = alphabet.Size;
        _pairsOf = alphabet.Pairs.SelectMany(pair => new[] { (pair.One, pair.Number), (pair.Other, pair.Number) }).ToLookup(pair => (int)pair.Item1, pair => (int)pair.Number);
        foreach (var pattern in patterns) Plant(pattern, alphabet);
        var fromRoot = Reached([0], []);
        _fromRoot = [.. Enumerable.Range(0, _width).Select(number => fromRoot.TryGetValue(number, out var nodes) ? nodes.ToArray() : [])];
        StateOf([]);
        var rows = new List<int[]> { Array.ConvertAll(_fromRoot, StateOf) };
        for (var state = 1; state < _sets.Count; state++) rows.Add(Row(_sets[state], rows[0]));
        _found = [.. _sets.Select(set => set.SelectMany(node => _ends[node]).OrderByDescending(pattern => pattern.Symbols.Length).ToArray())];
        _table = [.. rows.SelectMany((row, state) => row.Select((next, number) => number == 0 ? _found[state].Length : next * _width))];
    }

    internal int Next(int state, int number) => _table[state + number];

    /// <summary>Whether any pattern ends in this state.</summary>
    internal bool Finds(int state) => _table[state] > 0;

    /// <summary>The patterns that end in this state, longest first.</summary>
    internal Pattern[] Found(int state) => _found[state / _width];

    private void Plant(Pattern pattern, Alphabet alphabet)
    {
        var node = 0;
        foreach (var symbol in pattern.Symbols)
        {
            if (_tree[node].TryAdd(alphabet.Number(symbol), _tree.Count))
            {
                _tree.Add([]);
                _ends.Add([]);
            }
            node = _tree[node][alphabet.Number(symbol)];
        }
        _ends[node].Add(pattern);
    }

    /// <summary>Where each number leads to: as from the root alone, but for what the set's own beginnings go on with.</summary>
    private int[] Row(int[] set, int[] fromRoot)
    {
        var row = (int[])fromRoot.Clone();
        foreach (var (number, nodes) in Reached(set, _fromRoot)) row[number] = StateOf([.. nodes]);
        return row;
    }

    /// <summary>For each number that the nodes go on with, where it leads from them, and from the root besides.</summary>
    private Dictionary<int, SortedSet<int>> Reached(int[] set, int[][] besides)
    {
        var reached = new Dictionary<int, SortedSet<int>>();
        foreach (var (symbol, next) in set.SelectMany(node => _tree[node]))
        {
            foreach (var number in _pairsOf[symbol].Append(symbol))
            {
                if (!reached.TryGetValue(number, out var nodes)) reached.Add(number, nodes = [.. number < besides.Length ? besides[number] : []]);
                nodes.Add(next);
            }
        }
        return reached;
    }

    private int StateOf(int[] set)
    {
        if (_states.TryAdd(string.Join(' ', set), _sets.Count)) _sets.Add(set);
        return _states[string.Join(' ', set)];
    }
}
