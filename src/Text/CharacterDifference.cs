using System.Globalization;
using System.Text;

namespace WeChatBankGov.Text;

/// <summary>One stretch in which a name differs from the one it should be.</summary>
/// <param name="Position">The first differing character of the name, counted from 1 in code points.</param>
/// <param name="Actual">What stands there; empty when something is missing before this position.</param>
/// <param name="Expected">What should stand there; empty when <paramref name="Actual"/> is too much.</param>
public sealed record CharacterDifference(int Position, string Actual, string Expected)
{
    /// <summary>For instance 第3个字“X”(U+0058)应为“Ⅹ”(U+2169), 第5个字“商”(U+5546)多余, 第9个字处缺“分”(U+5206).</summary>
    public override string ToString() => (Actual, Expected) switch
    {
        ("", _) => $"第{Position}个字处缺{Quoted(Expected)}",
        (_, "") => $"{Place}{Quoted(Actual)}多余",
        _ => $"{Place}{Quoted(Actual)}应为{Quoted(Expected)}",
    };

    /// <summary>Where it stands in the name: 第3个字, or 第7至8个字.</summary>
    public string Place
    {
        get
        {
            var length = Actual.EnumerateRunes().Count();
            return length == 1 ? $"第{Position}个字" : $"第{Position}至{Position + length - 1}个字";
        }
    }

    private static string Quoted(string text)
    {
        var codes = text.EnumerateRunes().Select(rune => string.Create(CultureInfo.InvariantCulture, $"U+{rune.Value:X4}")).ToArray();
        return $"“{text}”({string.Join(' ', codes.Distinct().Count() == 1 ? codes.Take(1) : codes)})";
    }

    /// <summary>
    /// Where a name differs from the one it should be, in the order of the text; empty for equal names. Of the alignments with
    /// the fewest changes it is the one that pairs characters that fold alike.
    /// </summary>
    public static IReadOnlyList<CharacterDifference> Between(string name, string official)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(official);
        var (actual, expected) = (name.EnumerateRunes().ToArray(), official.EnumerateRunes().ToArray());
        var costs = Costs(actual, expected);
        var differences = new List<CharacterDifference>();
        var (i, j) = (0, 0);
        while (i < actual.Length || j < expected.Length)
        {
            if (i < actual.Length && j < expected.Length && actual[i] == expected[j] && costs[i, j] == costs[i + 1, j + 1]) { i++; j++; continue; }
            var (fromI, fromJ, kind) = (i, j, Step(costs, actual, expected, i, j));
            while ((i < actual.Length || j < expected.Length) && Step(costs, actual, expected, i, j) == kind)
            {
                if (kind != Change.Insert) i++;
                if (kind != Change.Delete) j++;
            }
            differences.Add(new(fromI + 1, string.Concat(actual[fromI..i]), string.Concat(expected[fromJ..j])));
        }
        return differences;
    }

    private enum Change { Keep, Replace, Delete, Insert }

    private static Change Step(int[,] costs, Rune[] actual, Rune[] expected, int i, int j)
    {
        if (i < actual.Length && j < expected.Length && costs[i, j] == costs[i + 1, j + 1] + Cost(actual[i], expected[j]))
            return actual[i] == expected[j] ? Change.Keep : Change.Replace;
        return i < actual.Length && costs[i, j] == costs[i + 1, j] + 3 ? Change.Delete : Change.Insert;
    }

    // costs[i, j]: from the i-th and j-th characters to the ends.
    private static int[,] Costs(Rune[] actual, Rune[] expected)
    {
        var costs = new int[actual.Length + 1, expected.Length + 1];
        for (var i = actual.Length; i >= 0; i--)
        {
            for (var j = expected.Length; j >= 0; j--)
            {
                if (i == actual.Length) costs[i, j] = 3 * (expected.Length - j);
                else if (j == expected.Length) costs[i, j] = 3 * (actual.Length - i);
                else costs[i, j] = Math.Min(costs[i + 1, j + 1] + Cost(actual[i], expected[j]), 3 + Math.Min(costs[i + 1, j], costs[i, j + 1]));
            }
        }
        return costs;
    }

    private static int Cost(Rune one, Rune other) =>
        one == other ? 0 : string.Equals(Folding.Key(one.ToString()), Folding.Key(other.ToString()), StringComparison.Ordinal) ? 2 : 4;
}
