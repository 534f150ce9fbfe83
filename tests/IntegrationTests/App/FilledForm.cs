using System.Net;
using System.Text.RegularExpressions;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>What a browser would send back of a page's controls as they stand: texts, choices, hidden values; no files, no buttons.</summary>
internal static partial class FilledForm
{
    public static IEnumerable<(string Name, string Value)> Of(string html)
    {
        foreach (var input in Input().Matches(html).Select(m => m.Value))
        {
            var (name, type) = (Attribute(input, "name"), Attribute(input, "type") ?? "text");
            var isChosen = type is not ("checkbox" or "radio") || Regex.IsMatch(input, @"\schecked\b");
            if (name is not null && isChosen && type is not ("file" or "submit"))
            {
                yield return (name, Attribute(input, "value") ?? "on");
            }
        }
        foreach (Match area in Area().Matches(html))
        {
            yield return (WebUtility.HtmlDecode(area.Groups[1].Value), WebUtility.HtmlDecode(area.Groups[2].Value).TrimStart('\r', '\n'));
        }
        foreach (Match select in Select().Matches(html))
        {
            var chosen = Option().Matches(select.Groups[2].Value).Select(o => o.Value).FirstOrDefault(o => o.Contains(" selected", StringComparison.Ordinal));
            yield return (WebUtility.HtmlDecode(select.Groups[1].Value), chosen is null ? "" : Attribute(chosen, "value") ?? "");
        }
    }

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"") is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<textarea\\b[^>]*\\sname=\"([^\"]+)\"[^>]*>(.*?)</textarea>", RegexOptions.Singleline)]
    private static partial Regex Area();

    [GeneratedRegex("<select\\b[^>]*\\sname=\"([^\"]+)\"[^>]*>(.*?)</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option\\b[^>]*>")]
    private static partial Regex Option();
}
