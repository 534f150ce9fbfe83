using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 6: names.</summary>
internal static class NameRules
{
    /// <summary>The branch's unified name, filled in by the portal; any other is refused character by character.</summary>
    [Rule("R06-1", RuleKind.Block, "分行订阅号统一命名为“中国ⅩⅩ银行”+分行地名+“分行”。")]
    [Article(6, "分行所申请微信银行(订阅号)的命名统一为“中国ⅩⅩ银行XX分行”")]
    public static IEnumerable<Breach> NameIsUnified(
        AccountForm form, InstitutionLevel level, string? name, string placeName, BankOptions bank)
    {
        if (form != AccountForm.SubscriptionAccount || !level.IsBranch() || string.IsNullOrWhiteSpace(name))
        {
            yield break;
        }
        var unified = bank.BranchAccountName(placeName);
        if (name != unified)
        {
            var differences = CharacterDifference.Between(name, unified);
            yield return new("R06-1", 6, "name",
                $"“{name}”不是本分行的统一名称：{string.Join('；', differences.Take(6))}。", $"请改为“{unified}”。");
        }
    }

    /// <summary>At most one subscription account of a branch is live or under way, and its place name is its own.</summary>
    /// <param name="form">Service accounts are not counted.</param>
    /// <param name="placeNameUnsettled">地名待定: a higher branch bears the same short place name.</param>
    /// <param name="placeName">That place name.</param>
    /// <param name="holder">What holds the branch's one place or the same name already, in Chinese; null when nothing does.</param>
    /// <param name="holderIsOwn">Whether the holder is the applicant's own to withdraw; another branch's is not named either.</param>
    [Rule("R06-2", RuleKind.Block, "一家分行至多有一个在用或在办的订阅号；台账中没有两个账号同名。", Derived = true,
        FurtherBasis = "微信公众平台不允许公众号名称重复")]
    [Article(6, "分行所申请微信银行(订阅号)的命名统一为“中国ⅩⅩ银行XX分行”")]
    public static IEnumerable<Breach> OneAccountOneName(AccountForm form, bool placeNameUnsettled, string placeName, string? holder, bool holderIsOwn = true)
    {
        if (form == AccountForm.SubscriptionAccount && placeNameUnsettled)
        {
            yield return new("R06-2", 6, "name",
                $"地名“{placeName}”与上级或其他分行重名，本机构的地名待定，暂不能申请订阅号。",
                "请联系系统管理员在机构名录中登记有区别的地名（例如吉林市）。");
        }
        if (holder is not null)
        {
            yield return new("R06-2", 6, "name", holder, holderIsOwn ? "如需调整，请先撤回在办的申请或注销现有账号。" : "请另拟名称。");
        }
    }

    /// <summary>Service accounts, and the head office's subscription accounts, bear the bank's name and nobody else's.</summary>
    /// <param name="form">The account's form.</param>
    /// <param name="level">The applicant's level: a branch's subscription account is <see cref="NameIsUnified"/>'s.</param>
    /// <param name="name">The name applied for.</param>
    /// <param name="bank">The bank's names.</param>
    /// <param name="branchNames">The unified names of all branches, taken or not.</param>
    [Rule("R06-5", RuleKind.Block, "服务号与总行订阅号的名称须含本行行名，且不得与现有服务号、任何分行的统一名称相同或相似。", Derived = true)]
    [Article(5, "任何机构未经总行批准不得以中国ⅩⅩ银行的名义申请微信银行(服务号)")]
    [Article(6, "分行所申请微信银行(订阅号)的命名统一为“中国ⅩⅩ银行XX分行”")]
    public static IEnumerable<Breach> NameIsTheBanksAndItsOwn(
        AccountForm form, InstitutionLevel level, string? name, BankOptions bank, IEnumerable<string> branchNames)
    {
        var applies = form == AccountForm.ServiceAccount || level == InstitutionLevel.HeadOffice;
        if (!applies || string.IsNullOrWhiteSpace(name))
        {
            yield break;
        }
        if (!name.Contains(bank.ShortName, StringComparison.Ordinal))
        {
            var lookAlike = Folding.Key(name).Contains(Folding.Key(bank.ShortName), StringComparison.Ordinal);
            yield return new("R06-5", 6, "name",
                lookAlike
                    ? $"“{name}”中的行名与“{bank.ShortName}”字形相近但字符不同（本行名称用罗马数字 Ⅹ，U+2169）。"
                    : $"“{name}”没有包含本行行名。",
                $"名称须含“{bank.FullName}”或“{bank.ShortName}”。");
        }
        var key = Folding.Key(name);
        if (bank.StandingAccounts.FirstOrDefault(s => s != name && Folding.Key(s) == key) is { } standing)
        {
            yield return new("R06-5", 6, "name", $"“{name}”与现有服务号“{standing}”只有字形上的差别，客户无法分辨。", "请另拟名称。");
        }
        if (branchNames.FirstOrDefault(b => Folding.Key(b) == key) is { } branch)
        {
            yield return new("R06-5", 6, "name", $"“{name}”与分行统一名称“{branch}”相同或相似，该名称留给该分行的订阅号。", "请另拟名称。");
        }
    }
}
