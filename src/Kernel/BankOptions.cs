namespace WeChatBankGov.Kernel;

/// <summary>The bank is configuration: section <c>Bank</c>.</summary>
public sealed class BankOptions
{
    /// <summary>中国ⅩⅩ银行: ⅩⅩ are two Roman numerals ten (U+2169), as in the public text of the measures.</summary>
    public string FullName { get; init; } = "中国ⅩⅩ银行";

    /// <summary>ⅩⅩ银行</summary>
    public string ShortName { get; init; } = "ⅩⅩ银行";

    /// <summary>The three service accounts of article 5, there from the start.</summary>
    public IReadOnlyList<string> StandingAccounts => [FullName, ShortName + "信用卡", FullName + "客户服务"];

    /// <summary>The two service accounts that host financial transactions (article 16).</summary>
    public IReadOnlyList<string> TransactionHosts => [FullName, ShortName + "信用卡"];

    /// <summary>The unified name of a branch's subscription account (article 6).</summary>
    public string BranchAccountName(string placeName) => FullName + placeName + "分行";
}
