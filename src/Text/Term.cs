namespace WeChatBankGov.Text;

/// <summary>What a hit means.</summary>
public enum HitLevel
{
    /// <summary>Recorded and shown to a person, stops nobody.</summary>
    Advice,

    /// <summary>Says what may not be said.</summary>
    Block,
}

/// <summary>A text to be found in all its disguises.</summary>
/// <param name="Text">As people write it; at most 100 characters, at least one of them neither separator nor ignorable.</param>
/// <param name="Level">The level of a hit that nothing softens.</param>
/// <param name="Pinyin">Finds the Chinese characters in pinyin, too, as advice.</param>
public sealed record Term(string Text, HitLevel Level = HitLevel.Block, bool Pinyin = true)
{
    /// <summary>The terms that stand for the bank itself: its names, and by default 农行, ABC and 95599.</summary>
    public static IReadOnlyList<Term> OfBank(string fullName = "中国ⅩⅩ银行", string shortName = "ⅩⅩ银行") =>
        [.. new[] { fullName, shortName, "农行", "ABC", "95599" }.Distinct().Select(text => new Term(text))];
}

/// <summary>A phrase that contains a term without meaning it.</summary>
/// <param name="Phrase">
/// Contains one of the terms. Compared folded; it must stand in the text without a separator beside the term, while the
/// term itself may be disguised.
/// </param>
/// <param name="Reason">Why, in Chinese; shown with the advice.</param>
/// <param name="Suppresses">The hit disappears; otherwise it becomes advice.</param>
public sealed record ScreeningException(string Phrase, string Reason, bool Suppresses = false)
{
    /// <summary>农行 within the words of farming: 助农行动, 三农行业, 务农行家.</summary>
    public static IReadOnlyList<ScreeningException> Shipped { get; } =
    [
        .. "三助支惠兴强富务护涉".Select(before => new ScreeningException($"{before}农行", $"“{before}农”之后的“行”多属下一个词")),
        .. "业动".Select(after => new ScreeningException($"农行{after}", $"“行{after}”多为一个词，如“助农行动”“农行业”")),
    ];
}

/// <summary>A term found in a text.</summary>
/// <param name="Term">The term's text.</param>
/// <param name="Start">UTF-16 offset in the original text, at a character border.</param>
/// <param name="Length">UTF-16 length in the original text, up to a character border.</param>
/// <param name="Disguise">What was seen through.</param>
/// <param name="Reason">Why this is advice only, in Chinese; null for what the term's own level says.</param>
public readonly record struct Hit(string Term, int Start, int Length, Disguise Disguise, HitLevel Level, string? Reason);
