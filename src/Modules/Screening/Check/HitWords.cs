using System.Globalization;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Check;

/// <summary>A hit in words.</summary>
internal static class HitWords
{
    /// <summary>第 3 至 5 个字, counted in characters as people see them, not in UTF-16 units.</summary>
    public static string Place(string text, Hit hit) => ScreeningRules.Place(text, hit);

    /// <summary>農 U+8FB2 · ⾏ U+2F8F: what stands there, for what the eye cannot tell apart; at most twelve characters.</summary>
    public static string CodePoints(string text, Hit hit)
    {
        var runes = text.Substring(hit.Start, hit.Length).EnumerateRunes().ToList();
        var shown = runes.Take(12).Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}"));
        return string.Join(' ', shown) + (runes.Count > 12 ? " …" : "");
    }
}
