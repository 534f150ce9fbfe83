using System.Text;
using WeChatBankGov.Text;

namespace WeChatBankGov.Benchmarks.Engine;

/// <summary>Which of the screening tests' texts without a hit are measured.</summary>
public enum TextKind
{
    /// <summary>What people call themselves and write of themselves: nicknames, names, introductions, telephone numbers, ids, dates.</summary>
    Ordinary = 1,

    /// <summary>What was made to look nearly like a hit: numbers like the term, other banks, words with half of it.</summary>
    NearMisses = 2,

    /// <summary>Both, as the list has them.</summary>
    All = 3,
}

/// <summary>
/// Short texts without a hit, as a file of employees' accounts is made of: those of the screening tests, each with a number behind it so
/// that neighbours differ.
/// </summary>
internal static class TextsWithoutHit
{
    /// <summary>The reasons in the list that mark nothing tricky.</summary>
    private static readonly HashSet<string> Reasons =
    [
        "ordinary nickname", "person", "person with a title", "introduction or sentence", "other script", "place with a trade",
        "phone number", "fixed line", "chat number or id", "date or birthday",
    ];

    /// <param name="kind">Which of the texts.</param>
    /// <param name="screener">Texts in which it finds something are left out.</param>
    /// <param name="bytes">How much in UTF-8.</param>
    public static string[] Of(TextKind kind, Screener screener, long bytes)
    {
        string[] names = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "must-not-hit.tsv")).Skip(1)
            .Select(line => line.Split('\t')).Where(parts => kind == TextKind.All || Reasons.Contains(parts[2]) == (kind == TextKind.Ordinary)).Select(parts => parts[0])
            .Where(name => screener.Screen(name + " 7").Count == 0)];
        var texts = new List<string>();
        for (var (i, length) = (0, 0L); length < bytes; i++)
        {
            var text = $"{names[i % names.Length]} {i % 10}";
            if (screener.Screen(text).Count == 0)
            {
                texts.Add(text);
                length += Encoding.UTF8.GetByteCount(text);
            }
        }
        return [.. texts];
    }
}
