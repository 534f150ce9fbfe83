using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Check;

/// <summary>
/// A text with the characters of its hits marked. What the eye can't see (zero width, direction controls) is written as its
/// code point: nobody could say otherwise why it was found, and a turned direction would show another text.
/// </summary>
[HtmlTargetElement("marked-text", Attributes = "text,spans", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MarkedTextTagHelper : TagHelper
{
    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <summary>What to mark, in UTF-16 units; those that overlap are marked as one.</summary>
    public IEnumerable<MarkedSpan> Spans { get; set; } = [];

    /// <summary>A piece to be marked.</summary>
    public readonly record struct MarkedSpan(int Start, int Length);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "marked-text");
        var at = 0;
        foreach (var (start, end) in Merged())
        {
            Write(output.Content, Text.AsSpan(at, start - at));
            output.Content.AppendHtml("<mark class=\"hit\">");
            Write(output.Content, Text.AsSpan(start, end - start));
            output.Content.AppendHtml("</mark>");
            at = end;
        }
        Write(output.Content, Text.AsSpan(at));
    }

    internal static IEnumerable<MarkedSpan> SpansOf(IEnumerable<Hit> hits) => hits.Select(hit => new MarkedSpan(hit.Start, hit.Length));

    private List<(int Start, int End)> Merged()
    {
        var merged = new List<(int Start, int End)>();
        foreach (var span in Spans.Where(s => s.Start >= 0 && s.Length > 0 && s.Start + s.Length <= Text.Length).OrderBy(s => s.Start))
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, span.Start + span.Length));
            }
            else
            {
                merged.Add((span.Start, span.Start + span.Length));
            }
        }
        return merged;
    }

    private static void Write(TagHelperContent content, ReadOnlySpan<char> text)
    {
        var seen = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSeen(rune))
            {
                seen.Append(rune);
                continue;
            }
            content.Append(seen.ToString());
            seen.Clear();
            content.AppendHtml(rune.Value == '\n'
                ? "<small class=\"code-point\">换行</small>"
                : string.Create(CultureInfo.InvariantCulture, $"<small class=\"code-point\">U+{rune.Value:X4}</small>"));
        }
        content.Append(seen.ToString());
    }

    /// <summary>Ordinary blanks and emoji's joiners count as seen; control and format characters and lone surrogates do not.</summary>
    private static bool IsSeen(Rune rune) =>
        rune.Value == ' ' || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned)
        && rune.Value is not (0x3164 or 0x115F or 0x1160 or 0xFFA0) && !(rune.Value is >= 0xFE00 and <= 0xFE0F);
}
