namespace WeChatBankGov.Registration.Articles;

/// <summary>How long a text is as people count: code points, blanks at the ends left out.</summary>
internal static class Characters
{
    public static int Count(string? text) => text is null ? 0 : text.Trim().EnumerateRunes().Count();
}
