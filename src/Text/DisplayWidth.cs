namespace WeChatBankGov.Text;

/// <summary>The platform's measure of a name's length.</summary>
public static class DisplayWidth
{
    /// <summary>An ASCII character counts 1, every other code point 2. A lone surrogate counts as one code point.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var width = 0;
        foreach (var rune in text.EnumerateRunes()) width += rune.IsAscii ? 1 : 2;
        return width;
    }
}
