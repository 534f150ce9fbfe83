using System.Text;
using WeChatBankGov.Text;

namespace WeChatBankGov.Benchmarks.Engine;

/// <summary>
/// Short texts without a hit, as a file of employees' accounts is made of: the ordinary names and phrases of the screening tests,
/// each with a number behind it so that no two are the same bytes in memory.
/// </summary>
internal static class OrdinaryTexts
{
    /// <param name="screener">Texts in which it finds something are left out.</param>
    /// <param name="bytes">How much in UTF-8.</param>
    public static (string[] Texts, long Bytes) Of(Screener screener, long bytes)
    {
        string[] names = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "must-not-hit.tsv")).Skip(1)
            .Select(line => line.Split('\t')[0]).Where(name => screener.Screen(name + " 7").Count == 0)];
        var texts = new List<string>();
        var length = 0L;
        for (var i = 0; length < bytes; i++)
        {
            var text = $"{names[i % names.Length]} {i % 10}";
            if (screener.Screen(text).Count == 0)
            {
                texts.Add(text);
                length += Encoding.UTF8.GetByteCount(text);
            }
        }
        return ([.. texts], length);
    }
}
