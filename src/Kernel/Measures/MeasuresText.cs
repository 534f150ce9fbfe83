using System.Text.RegularExpressions;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>One article of the measures.</summary>
/// <param name="Number">1 to 20.</param>
/// <param name="Chapter">The chapter's heading: 第一章 总则.</param>
/// <param name="Text">The wording, paragraphs separated by line feeds, without the article's number.</param>
public sealed record Article(int Number, string Chapter, string Text)
{
    /// <summary>第七条</summary>
    public string Heading => "第" + ChineseNumber(Number) + "条";

    /// <summary>1–20 as the measures write them.</summary>
    public static string ChineseNumber(int number) => number switch
    {
        < 1 or > 99 => throw new ArgumentOutOfRangeException(nameof(number), number, "Articles are numbered from 1."),
        < 10 => Digits[number].ToString(),
        < 20 => "十" + (number == 10 ? "" : Digits[number - 10]),
        _ => Digits[number / 10] + "十" + (number % 10 == 0 ? "" : Digits[number % 10]),
    };

    private const string Digits = "〇一二三四五六七八九";
}

/// <summary>The text of the measures, embedded, article by article.</summary>
public static partial class MeasuresText
{
    public const string Title = "中国ⅩⅩ银行微信银行管理办法";

    public static IReadOnlyList<Article> Articles { get; } = Read();

    public static Article Article(int number) => Articles[number - 1];

    private static List<Article> Read()
    {
        using var stream = typeof(MeasuresText).Assembly.GetManifestResourceStream("measures.zh.md")
            ?? throw new InvalidOperationException("The text of the measures is not embedded.");
        using var reader = new StreamReader(stream);
        var articles = new List<Article>();
        var chapter = "";
        while (reader.ReadLine() is { } line && line != "---")
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                chapter = line[3..];
            }
            else if (ArticleStart().Match(line) is { Success: true } start)
            {
                articles.Add(new(articles.Count + 1, chapter, line[start.Length..]));
            }
            else if (articles.Count > 0 && line.Length > 0)
            {
                articles[^1] = articles[^1] with { Text = articles[^1].Text + "\n" + line };
            }
        }
        return articles;
    }

    [GeneratedRegex("^第[一二三四五六七八九十]+条 ")]
    private static partial Regex ArticleStart();
}
