using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Findings;

/// <summary>A text too long to be stored, cut around what was found in it. Pure.</summary>
internal static class Excerpt
{
    private const string Left = "…";

    /// <summary>How much stands before the first hit, for whoever reads it; a quarter of a small piece.</summary>
    private const int Before = 100;

    /// <summary>The text as it is when it is short enough; otherwise a piece of it, never half a character, and its hits where they are in the piece.</summary>
    /// <param name="text">As it was screened.</param>
    /// <param name="hits">At least one, in the order of the text.</param>
    /// <param name="most">UTF-16 units of the piece, … at the ends included.</param>
    public static (string Text, IReadOnlyList<Hit> Hits) Of(string text, IReadOnlyList<Hit> hits, int most)
    {
        if (text.Length <= most)
        {
            return (text, hits);
        }
        var room = most - 2 * Left.Length;
        var start = Border(text, Math.Clamp(hits[0].Start - Math.Min(Before, room / 4), 0, text.Length - room));
        var end = Border(text, start + room);
        var shift = start - (start > 0 ? Left.Length : 0);
        return ($"{(start > 0 ? Left : "")}{text.AsSpan(start, end - start)}{(end < text.Length ? Left : "")}",
            [.. hits.Where(hit => hit.Start >= start && hit.Start < end)
                .Select(hit => hit with { Start = hit.Start - shift, Length = Math.Min(hit.Length, end - hit.Start) })]);
    }

    private static int Border(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
}
