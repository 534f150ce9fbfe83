namespace WeChatBankGov.Text;

/// <summary>What was seen through to recognise a term; several at once are usual.</summary>
[Flags]
public enum Disguise
{
    None = 0,

    /// <summary>Another case than the term's: abc.</summary>
    Case = 1,

    /// <summary>Full width and other compatibility forms: ＡＢＣ, ⑨⑤⑤⑨⑨, 𝐀𝐁𝐂.</summary>
    Compatibility = 2,

    /// <summary>Separators within the term: 农-行, 9.5.5.9.9.</summary>
    Separators = 4,

    /// <summary>Invisible or combining characters within the term.</summary>
    Invisible = 8,

    /// <summary>Traditional or variant Han characters: 農行, 中囯.</summary>
    HanVariant = 16,

    /// <summary>Look-alikes, mostly of other scripts: Cyrillic АВС.</summary>
    LookAlike = 32,

    /// <summary>Chinese numerals or digits of other scripts: 九五五九九.</summary>
    Numeral = 64,

    /// <summary>Enclosed letters and regional indicators: 🅰🅱🅲, 🇦🇧🇨.</summary>
    Enclosed = 128,

    /// <summary>The sound of the term in Latin letters: nonghang.</summary>
    Pinyin = 256,

    /// <summary>A character written as its two halves: 农彳亍.</summary>
    Split = 512,
}

/// <summary>The Chinese names of disguises.</summary>
public static class Disguises
{
    private static readonly (Disguise Disguise, string Name)[] Names =
    [
        (Disguise.Case, "大小写"), (Disguise.Compatibility, "全角或兼容字符"), (Disguise.Separators, "插入分隔符"),
        (Disguise.Invisible, "插入不可见或组合字符"), (Disguise.HanVariant, "繁体或异体字"), (Disguise.LookAlike, "形近字符"),
        (Disguise.Numeral, "中文数字或其他文字的数字"), (Disguise.Enclosed, "带圈带框字母"), (Disguise.Pinyin, "拼音"), (Disguise.Split, "拆字"),
    ];

    /// <summary>The names of all disguises that are set, joined by 、; 原样 when there is none.</summary>
    public static string ChineseName(this Disguise disguise) =>
        disguise == Disguise.None ? "原样" : string.Join('、', Names.Where(entry => disguise.HasFlag(entry.Disguise)).Select(entry => entry.Name));
}
