using FluentValidation;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Applications;

internal static class ReadableText
{
    /// <summary>Refuses what hides or misleads in a reason that others read: control characters, signs that turn the writing.</summary>
    /// <param name="rule">The text; null passes.</param>
    /// <param name="name">How the screen calls it, for the message.</param>
    public static void Readable<T>(this IRuleBuilder<T, string?> rule, string name) => rule.Custom((text, context) =>
    {
        if (text is not null && PlainText.Problem(text, lineBreaks: true, strict: false) is { } problem)
        {
            context.AddFailure($"{name}{problem}。");
        }
    });
}
