namespace WeChatBankGov.Kernel.Measures;

/// <summary>
/// Says which article of the measures a rule comes from, with the words it rests on. The quote stands word for word in
/// that article of the embedded text; a derived rule quotes what it is derived from. A rule with more than one basis
/// carries the attribute more than once.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ArticleAttribute(int number, string quote) : Attribute
{
    /// <summary>The article's number, 1 to 20.</summary>
    public int Number { get; } = number;

    /// <summary>The words of the article, exactly as they stand in it.</summary>
    public string Quote { get; } = quote;
}

/// <summary>What a rule does when it is not met.</summary>
public enum RuleKind
{
    /// <summary>The command is refused and nothing is written.</summary>
    Block,

    /// <summary>Who may do it.</summary>
    Authority,

    /// <summary>A person decides; nothing happens by itself.</summary>
    Finding,

    /// <summary>A state can't be entered before the evidence is there.</summary>
    Gate,

    /// <summary>Computed by the calendar and watched in the background.</summary>
    Deadline,

    /// <summary>Recorded and shown to the reviewer; stops nobody.</summary>
    Advice,
}

/// <summary>Marks the one place in the code where a rule of the catalogue is stated.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RuleAttribute(string code, RuleKind kind, string title) : Attribute
{
    /// <summary>The code that never changes, such as R06-1.</summary>
    public string Code { get; } = code;

    public RuleKind Kind { get; } = kind;

    /// <summary>The rule in one Chinese sentence, for the catalogue page and the API.</summary>
    public string Title { get; } = title;

    /// <summary>Whether the measures say it in so many words (false) or it follows from them (true).</summary>
    public bool Derived { get; init; }

    /// <summary>Whether the security administrator may switch it off.</summary>
    public bool Switchable { get; init; }

    /// <summary>What a derived rule rests on besides the quoted words; empty when nothing else.</summary>
    public string FurtherBasis { get; init; } = "";
}
