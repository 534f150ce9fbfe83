using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval;

/// <summary>Articles 7 and 10: who decides, who must not, and what a decision is needed for.</summary>
internal static class ApprovalRules
{
    /// <summary>Only approvers of the head office e-banking department decide.</summary>
    [Rule("R07-3", RuleKind.Authority, "微信银行的申请只由总行电子银行部/网络金融部审批。")]
    [Article(7, "总行电子银行部/网络金融部对申请微信银行进行审批管理。")]
    public static IEnumerable<Breach> DecidedByHeadOffice(CurrentPerson me)
    {
        if (!IsApprover(me))
        {
            yield return new("R07-3", 7, null,
                $"微信银行的申请由总行电子银行部/网络金融部的审批人员决定，{Whom(me)}。",
                "请等待总行审批；如需催办，请联系总行电子银行部/网络金融部。");
        }
    }

    /// <summary>Nobody decides, reviews or confirms what they drafted, submitted or proposed themselves.</summary>
    /// <param name="me">Whoever is about to act.</param>
    /// <param name="contributors">Who drafted, submitted or proposed it.</param>
    /// <param name="what">What is about to be done, as a verb in Chinese: 审批, 审核, 确认.</param>
    [Rule("R07-4", RuleKind.Authority, "任何人不得审批、审核或确认本人起草、递交或提出的事项。",
        Derived = true, FurtherBasis = "商业银行内部控制关于不相容岗位相互分离的要求")]
    [Article(7, "总行电子银行部/网络金融部对申请微信银行进行审批管理。")]
    public static IEnumerable<Breach> FourEyes(Guid me, IReadOnlyCollection<Guid> contributors, string what)
    {
        if (contributors.Contains(me))
        {
            yield return new("R07-4", 7, null,
                $"这件事由您本人起草或递交，不能再由您{what}。", $"请由同部门其他有权限的人员{what}。");
        }
    }

    /// <summary>An account, whoever's it is, is set up only on the approval of the head office e-banking department.</summary>
    /// <param name="verdict">What was decided; null when nothing was.</param>
    /// <param name="account">The account's name, for the message.</param>
    [Rule("R10-2", RuleKind.Gate, "设立任何微信银行账号，包括总行的，都须经总行电子银行部/网络金融部审批同意。")]
    [Article(10, "负责审批总行和分行微信银行的设立。")]
    public static IEnumerable<Breach> SetUpOnApproval(Verdict? verdict, string account)
    {
        if (verdict != Verdict.Approve)
        {
            yield return new("R10-2", 10, null,
                $"“{account}”{(verdict is null ? "尚未经" : "未获")}总行电子银行部/网络金融部审批{(verdict is null ? "" : "同意")}，不能设立。",
                "请先递交注册申请，经总行审批同意后再办理。");
        }
    }

    public static bool IsApprover(CurrentPerson me) =>
        me.AtHeadOffice && me.In(DepartmentKind.EBanking) && me.Has(Duties.Approver);

    private static string Whom(CurrentPerson me) =>
        me.IsClient ? "接口客户端不能审批"
        : me.AtHeadOffice && me.In(DepartmentKind.EBanking) ? "您没有审批职责"
        : $"您所在的部门是{me.InstitutionName}{me.DepartmentName}";
}
