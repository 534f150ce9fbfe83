using System.Globalization;
using System.Text;

namespace WeChatBankGov.Kernel.Web;

/// <summary>What people type: brought into one normal form, and looked over for characters that hide or mislead.</summary>
public static class PlainText
{
    /// <summary>NFC, blanks at the ends removed; null for nothing. A text with lone surrogates or noncharacters comes back as it was: <see cref="Problem"/> names it.</summary>
    public static string? Normalise(string? text)
    {
        var trimmed = text?.Trim().ReplaceLineEndings("\n");
        return string.IsNullOrEmpty(trimmed) ? null : IsWellFormed(trimmed) ? trimmed.Normalize(NormalizationForm.FormC) : trimmed;
    }

    /// <summary>What is wrong with a text, as the rest of a Chinese sentence; null when nothing is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="lineBreaks">Whether it may hold line breaks.</param>
    /// <param name="strict">Names and numbers: no markup, no pictographs.</param>
    public static string? Problem(string text, bool lineBreaks, bool strict)
    {
        if (!IsWellFormed(text))
        {
            return "含有残缺的字符，请重新输入";
        }
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBidirectionalControl(rune.Value))
            {
                return $"含有改变文字方向的隐藏字符（U+{rune.Value:X4}），请删除后重新输入";
            }
            if (Rune.IsControl(rune) && !(lineBreaks && rune.Value is ('\n' or '\r' or '\t')))
            {
                return rune.Value is '\n' or '\r' ? "不能换行" : $"含有不可见的控制字符（U+{rune.Value:X4}），请删除后重新输入";
            }
            if (strict && rune.Value is ('<' or '>'))
            {
                return "不能含有尖括号 < >";
            }
            if (strict && Rune.GetUnicodeCategory(rune) is (UnicodeCategory.OtherSymbol or UnicodeCategory.PrivateUse))
            {
                return $"不能含有表情或图形符号“{rune}”";
            }
        }
        return null;
    }

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsBidirectionalControl(int value) =>
        value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
