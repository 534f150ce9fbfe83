using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Articles;

/// <summary>Article 6 for employees' own accounts. Pure.</summary>
internal static class ScreeningRules
{
    public const string WhatToDo = "请员工把名称改为不含本行字样的，用全角、繁体、拆字、插入符号等方式变形的同样不行。";

    /// <summary>
    /// R06-3: a breach for each hit in one text of an account. Only the name of an account that the employee applied for is a
    /// finding; WeChat ID and introduction are advice, and so is a private nickname unless the bank decides otherwise.
    /// </summary>
    /// <param name="kind">What the employee has.</param>
    /// <param name="field">Which of its texts was screened.</param>
    /// <param name="text">The text as it is.</param>
    /// <param name="hits">What the screener found in it.</param>
    /// <param name="nicknamesCount">Whether a private nickname is a finding, too: <c>Screening:PersonalNames</c>.</param>
    [Rule("R06-3", RuleKind.Finding, "员工本人申请的公众号、视频号、小程序，名称不得含有本行字样，变形的写法同样计算；微信号、简介和个人微信的昵称中的作提示。")]
    [Article(6, "员工申请的微信账号不得含有但不限于")]
    public static IEnumerable<Breach> AccountIsFreeOfBankTerms(
        AccountKind kind, AccountField field, string text, IReadOnlyList<Hit> hits, bool nicknamesCount)
    {
        var mayBeFinding = field == AccountField.Name && (kind != AccountKind.Personal || nicknamesCount);
        foreach (var hit in hits)
        {
            yield return new Breach("R06-3", 6, "text", $"{kind.Chinese()}的{field.Chinese()}{Found(text, hit)}。", WhatToDo)
            {
                IsAdvice = !mayBeFinding || hit.Level == HitLevel.Advice,
            };
        }
    }

    /// <summary>第 3 至 5 个字“農·⾏”即“农行”（繁体或异体字、插入分隔符）</summary>
    public static string Found(string text, Hit hit) => hit.Disguise == Disguise.None
        ? $"{Place(text, hit)}含有“{hit.Term}”"
        : $"{Place(text, hit)}“{text.Substring(hit.Start, hit.Length)}”即“{hit.Term}”（{hit.Disguise.ChineseName()}）";

    /// <summary>第 3 至 5 个字: in code points from 1, as people count, not in UTF-16 units.</summary>
    public static string Place(string text, Hit hit)
    {
        var (first, count) = (CharactersIn(text.AsSpan(0, hit.Start)) + 1, CharactersIn(text.AsSpan(hit.Start, hit.Length)));
        return count == 1 ? $"第 {first} 个字" : $"第 {first} 至 {first + count - 1} 个字";
    }

    private static int CharactersIn(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }
        return count;
    }
}
