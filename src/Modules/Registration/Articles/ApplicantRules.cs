using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 5: who may apply for what.</summary>
internal static class ApplicantRules
{
    /// <summary>A service account's justification has at least this many characters.</summary>
    public const int JustificationLength = 50;

    [Rule("R05-1", RuleKind.Block, "现有三个服务号自始在台账中，其名称不得再申请。")]
    [Article(5, "除现有“中国ⅩⅩ银行”、“ⅩⅩ银行信用卡”及“中国ⅩⅩ银行客户服务”微信银行(服务号)外")]
    public static IEnumerable<Breach> NameIsNotStanding(string? name, IEnumerable<string> standing)
    {
        if (name is not null && standing.FirstOrDefault(s => s == name.Trim()) is { } taken)
        {
            yield return new("R05-1", 5, "name", $"“{taken}”是现有的总行服务号，其名称不得再申请。", "请另拟名称。");
        }
    }

    [Rule("R05-2", RuleKind.Gate, "以本行名义申请服务号须说明设立必要性，并经总行批准。")]
    [Article(5, "任何机构未经总行批准不得以中国ⅩⅩ银行的名义申请微信银行(服务号)")]
    public static IEnumerable<Breach> ServiceAccountIsJustified(AccountForm form, string? justification)
    {
        var length = Characters.Count(justification);
        if (form == AccountForm.ServiceAccount && length < JustificationLength)
        {
            yield return new("R05-2", 5, "justification",
                length == 0 ? "申请服务号须说明设立必要性。" : $"设立必要性只有 {length} 个字，说明不够充分。",
                $"请写明为什么现有服务号不能满足需要、面向哪些客户、提供哪些服务，至少 {JustificationLength} 个字。");
        }
    }

    /// <summary>Refused when the draft is started, not only at submission.</summary>
    [Rule("R05-3", RuleKind.Block, "一级分行、二级分行（及总行）可以申请订阅号，二级分行以下的分支机构不得申请。")]
    [Article(5, "一级分行、二级分行可以申请微信银行(订阅号),二级分行以下的分支机构不得申请微信银行(订阅号)")]
    [Article(9, "负责审核总行本部微信银行(服务号)与微信银行(订阅号)的新闻类信息及形象设计")]
    public static IEnumerable<Breach> LevelMayApply(AccountForm form, InstitutionLevel level, string institutionName)
    {
        if (form == AccountForm.SubscriptionAccount && level > InstitutionLevel.Tier2Branch)
        {
            yield return new("R05-3", 5, "accountForm",
                $"{institutionName}是{level.Chinese()}，属于二级分行以下的分支机构，不得申请订阅号。",
                "如需对外宣传，请向上级分行的电子银行部门提供素材，由分行订阅号发布。");
        }
    }
}
