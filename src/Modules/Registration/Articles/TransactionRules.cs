using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 16, as far as an application tells: which accounts host financial transactions.</summary>
internal static class TransactionRules
{
    /// <summary>
    /// An account that shall host financial transactions is one of the two service accounts named. "In principle" leaves room for
    /// exemptions, which the portal does not know yet: said to applicant and approver, and stops nobody.
    /// </summary>
    [Rule("R16-1", RuleKind.Advice, "金融交易功能原则上只在“中国ⅩⅩ银行”及“ⅩⅩ银行信用卡”服务号上开发建设。")]
    [Article(16, "微信银行金融交易功能原则上只在“中国ⅩⅩ银行”及“ⅩⅩ银行信用卡”微信银行(服务号)上开发建设")]
    public static IEnumerable<Breach> HostIsOneOfTheTwo(bool? hostsTransactions, string? name, BankOptions bank)
    {
        if (hostsTransactions == true && !bank.TransactionHosts.Contains(name))
        {
            yield return new("R16-1", 16, "hostsTransactions",
                $"金融交易功能原则上只在{string.Join("和", bank.TransactionHosts.Select(h => $"“{h}”"))}服务号上建设，{(string.IsNullOrWhiteSpace(name) ? "本账号" : $"“{name}”")}不在其列。",
                "请考虑改用上述服务号；确有必要的，请在设立必要性中说明，由总行决定是否豁免。")
            {
                IsAdvice = true,
            };
        }
    }
}
