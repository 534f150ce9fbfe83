namespace WeChatBankGov.Kernel.Measures;

/// <summary>
/// One reason why a command can't be carried out: what was wrong with these values, and what would make it right, in Chinese.
/// </summary>
/// <param name="Code">The rule's code, such as R07-1; null when no rule of the measures is concerned (an empty field, say).</param>
/// <param name="Article">The article, 1 to 20; null with <paramref name="Code"/>.</param>
/// <param name="Field">The form field in camelCase as the API spells it; null when the whole form is meant.</param>
/// <param name="Message">What is wrong, with the values.</param>
/// <param name="Remedy">What would make it right; null when the message says it already.</param>
public sealed record Breach(string? Code, int? Article, string? Field, string Message, string? Remedy = null)
{
    /// <summary>True for what is recorded and shown, and stops nobody.</summary>
    public bool IsAdvice { get; init; }

    /// <summary>A breach of form only: no rule of the measures is concerned.</summary>
    public static Breach OfShape(string? field, string message) => new(null, null, field, message);
}
