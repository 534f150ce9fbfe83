using WeChatBankGov.Kernel;
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

    /// <summary>What the portal starts with: the bank's names, 农行, ABC and 95599 (article 6).</summary>
    public static TermVocabulary Default(BankOptions bank) => new(1, Term.OfBank(bank.FullName, bank.ShortName), []);

    public IReadOnlyList<Hit> Screen(ReadOnlySpan<char> text) => _screener.Value.Screen(text);

    /// <summary>What <see cref="Screen"/> leaves out because an exception of the administrator's says that it means something else.</summary>
    public IReadOnlyList<Hit> Excepted(string text, IReadOnlyList<Hit> hits) => Exceptions.Any(e => e.Suppresses)
        ? [.. _unforgiving.Value.Screen(text).Where(hit => !hits.Any(h => h.Term == hit.Term && h.Start == hit.Start && h.Length == hit.Length))]
        : [];
}

/// <summary>Where the vocabulary in force is found. Safe to use from many threads.</summary>
internal sealed class VocabularyShelf(BankOptions bank)
{
    private TermVocabulary _current = TermVocabulary.Default(bank);

    public TermVocabulary Current => Volatile.Read(ref _current);

    /// <summary>Puts this in force here.</summary>
    public void Take(TermVocabulary vocabulary) => Volatile.Write(ref _current, vocabulary);
}
