namespace WeChatBankGov.Screening.Articles;

/// <summary>What an employee has on WeChat. The article speaks of accounts that are applied for: all but the last.</summary>
internal enum AccountKind
{
    /// <summary>公众号: subscription or service account.</summary>
    OfficialAccount = 1,

    /// <summary>视频号</summary>
    Channel = 2,

    /// <summary>小程序</summary>
    MiniProgram = 3,

    /// <summary>个人微信: the private account and its nickname.</summary>
    Personal = 4,
}

/// <summary>Which text of an account.</summary>
internal enum AccountField
{
    /// <summary>微信名</summary>
    Name = 1,

    /// <summary>微信号</summary>
    WeChatId = 2,

    /// <summary>简介</summary>
    Introduction = 3,
}

internal static class AccountWords
{
    /// <summary>Null for a word that names none of the four. As people write it in their files: blanks do not count.</summary>
    public static AccountKind? KindOf(string words) => words.Trim().Replace(" ", "", StringComparison.Ordinal) switch
    {
        "公众号" or "微信公众号" or "公众平台" or "订阅号" or "服务号" => AccountKind.OfficialAccount,
        "视频号" or "微信视频号" => AccountKind.Channel,
        "小程序" or "微信小程序" => AccountKind.MiniProgram,
        "个人微信" or "个人微信号" or "个人号" or "个人" or "微信" or "昵称" or "个人昵称" => AccountKind.Personal,
        _ => null,
    };

    public static string Chinese(this AccountKind kind) => kind switch
    {
        AccountKind.OfficialAccount => "公众号",
        AccountKind.Channel => "视频号",
        AccountKind.MiniProgram => "小程序",
        AccountKind.Personal => "个人微信",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of account."),
    };

    public static string Chinese(this AccountField field) => field switch
    {
        AccountField.Name => "微信名",
        AccountField.WeChatId => "微信号",
        AccountField.Introduction => "简介",
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Not a field of an account."),
    };
}
