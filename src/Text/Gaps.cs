namespace WeChatBankGov.Text;

/// <summary>The gaps of a match that hold separators, of which each has one or two.</summary>
internal struct Gaps()
{
    /// <summary>Marks that end or divide sentences, after full-width and other compatibility forms are undone; and those of emoji.</summary>
    private const string SentenceMarks = ",。!?;:、❗❓❕❔";

    private const string Operators = "+-−*/×÷➕➖➗✖";

    private (int One, int Two) _first, _current;
    private bool _hasOperator, _hasEquals;

    internal int Count { get; private set; }

    internal bool HasSentenceMark { get; private set; }

    /// <summary>Every gap holds the same.</summary>
    internal bool AreEqual { get; private set; } = true;

    /// <summary>No gap holds two separators.</summary>
    internal bool AreSingle { get; private set; } = true;

    /// <summary>a+b=c: single signs, an equals sign and another operator among them.</summary>
    internal readonly bool AreFormula => AreSingle && _hasEquals && _hasOperator;

    /// <summary>The separator that alone stands in every gap; null when there are others or several.</summary>
    internal readonly int? Uniform => Count > 0 && AreEqual && AreSingle ? _first.One : null;

    internal static bool IsSentenceMark(int separator) => IsOneOf(SentenceMarks, separator);

    /// <summary>Another separator in the gap under way, or the first of a new one.</summary>
    internal void Add(int separator)
    {
        HasSentenceMark |= IsSentenceMark(separator);
        _hasEquals |= IsOneOf("=", separator);
        _hasOperator |= IsOneOf(Operators, separator);
        if (_current.One == 0)
        {
            _current.One = separator;
            Count++;
        }
        else
        {
            _current.Two = separator;
            AreSingle = false;
        }
    }

    /// <summary>The next letter: the gap under way, if any, is over.</summary>
    internal void Close()
    {
        if (_current.One == 0) return;
        if (Count == 1) _first = _current;
        AreEqual &= _current == _first;
        _current = default;
    }

    private static bool IsOneOf(string signs, int separator) =>
        Array.TrueForAll(FoldingTable.Instance.Decomposed(separator), part => part <= char.MaxValue && signs.Contains((char)part));
}
