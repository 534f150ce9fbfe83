using System.Globalization;
using System.Text.RegularExpressions;
using WeChatBankGov.Text;

namespace WeChatBankGov.UnitTests.Text;

/// <summary>The two lists of texts, must-hit.tsv and must-not-hit.tsv.</summary>
internal static partial class ScreeningLists
{
    internal static readonly Screener Screener = new(Term.OfBank());

    internal static IReadOnlyList<(string Text, string Term, HitLevel Level, string What)> MustHit { get; } =
        [.. Rows("must-hit.tsv").Select(row => (Shown().Replace(row[0], Character), row[1], Enum.Parse<HitLevel>(row[2], ignoreCase: true), row[3]))];

    internal static IReadOnlyList<(string Text, bool AdviceAllowed, string Reason)> MustNotHit { get; } =
        [.. Rows("must-not-hit.tsv").Select(row => (Shown().Replace(row[0], Character), row[1] == "advice", row[2]))];

    private static string[][] Rows(string name)
    {
        using var reader = new StreamReader(typeof(ScreeningLists).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t')).ToArray();
    }

    private static string Character(Match shown) => char.ConvertFromUtf32(int.Parse(shown.Groups[1].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\\u\{([0-9A-F]+)\}")]
    private static partial Regex Shown();
}
