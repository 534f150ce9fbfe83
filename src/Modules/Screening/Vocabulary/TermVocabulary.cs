using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>The terms and exceptions in force, with the screener over them. Immutable.</summary>
internal sealed class TermVocabulary
{
    private readonly Lazy<Screener> _screener;
    private readonly Lazy<Screener> _unforgiving;

    public TermVocabulary(int version, IReadOnlyList<Term> terms, IReadOnlyList<ScreeningException> exceptions)
    {
        (Version, Terms, Exceptions) = (version, terms, exceptions);
        _screener = new(() => new(Terms, Exceptions));
        _unforgiving = new(() => new(Terms, Exceptions.Select(e => e with { Suppresses = false })));
    }

    /// <summary>From 1; one more with every change that is published.</summary>
    public int Version { get; }

    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The administrator's own; those shipped with the engine come on top.</summary>
    public IReadOnlyList<ScreeningException> Exceptions { get; }

    /// <summary>
    /// Whether it can be screened with: a term of signs only, or one that folds to hundreds of characters, can't be looked for. Asked
    /// before it is put in force, for afterwards every name that is checked would be a fault. Takes some milliseconds.
    /// </summary>
    public bool IsUsable
    {
        get
        {
            try
            {
                return _screener.Value is not null;
            }
            catch (ArgumentException)
            {
                return false;
            }
        }
    }

    /// <summary>Whether a term can be looked for at all.</summary>
    public static bool CanScreenFor(string text, bool pinyin) => new TermVocabulary(0, [new Term(text, HitLevel.Block, pinyin)], []).IsUsable;

    public IReadOnlyList<Hit> Screen(ReadOnlySpan<char> text) => _screener.Value.Screen(text);

    /// <summary>What <see cref="Screen"/> leaves out because an exception of the administrator's says that it means something else.</summary>
    public IReadOnlyList<Hit> Excepted(string text, IReadOnlyList<Hit> hits) => Exceptions.Any(e => e.Suppresses)
        ? [.. _unforgiving.Value.Screen(text).Where(hit => !hits.Any(h => h.Term == hit.Term && h.Start == hit.Start && h.Length == hit.Length))]
        : [];
}
