using System.Globalization;
using System.IO.Compression;

namespace WeChatBankGov.Text;

/// <summary>Reads the embedded Unicode data. Their source and licence: README.md beside this file.</summary>
internal static class UnicodeData
{
    /// <summary>Code point → full compatibility decomposition (NFKD), where there is one. Hangul syllables are left out.</summary>
    internal static Dictionary<int, int[]> Compatibility() => CodePoints("compatibility.tsv.gz");

    /// <summary>Code point → skeleton by UTS #39.</summary>
    internal static Dictionary<int, int[]> Confusables() => CodePoints("confusables.tsv.gz");

    /// <summary>Code point → the character it is drawn like: what UTS #39 and Unihan don't have.</summary>
    internal static Dictionary<int, int> LookAlikes() => Rows("lookalikes.tsv").Where(row => row[1][0] != '+').ToDictionary(row => Hex(row[0]), row => Hex(row[1]));

    /// <summary>Code point → the ASCII letter that it may be meant as, and else is what it is: 乃 is b between 卂 and 匚.</summary>
    internal static Dictionary<int, int> OccasionalLookAlikes() =>
        Rows("lookalikes.tsv").Where(row => row[1][0] == '+').ToDictionary(row => Hex(row[0]), row => Hex(row[1][1..]));

    /// <summary>The edges of the closure over variants: a character and what Unihan calls its simplified, semantic or Z variant.</summary>
    internal static IEnumerable<(int From, int To)> Variants() =>
        from row in Rows("variants.tsv.gz")
        from to in row[1].Split(' ')
        select (Hex(row[0]), Hex(to));

    /// <summary>Han character → first Mandarin reading without tone.</summary>
    internal static Dictionary<int, string> Readings() =>
        (from row in Rows("readings.tsv.gz")
         from code in row[1].Split(' ')
         select (Code: Hex(code), Reading: row[0])).ToDictionary(pair => pair.Code, pair => pair.Reading);

    private static Dictionary<int, int[]> CodePoints(string resource) =>
        Rows(resource).ToDictionary(row => Hex(row[0]), row => Array.ConvertAll(row[1].Split(' '), Hex));

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(UnicodeData).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is not embedded.");
        using Stream plain = resource.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
