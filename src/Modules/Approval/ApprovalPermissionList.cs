using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Approval;

/// <summary>Who has the permissions of <see cref="ApprovalPermissions"/>, and what the others read.</summary>
internal static class ApprovalPermissionList
{
    private const Duties Business = Duties.Handler | Duties.Reviewer | Duties.Approver | Duties.Auditor;

    public static Permission[] All { get; } =
    [
        new(ApprovalPermissions.Decide, "总行审批", ApprovalRules.IsApprover,
            ApprovalRules.DecidedByHeadOffice(CurrentPerson.Anonymous).Single() with
            {
                Message = "微信银行的申请由总行电子银行部/网络金融部的审批人员决定，您没有这项职责。",
            }),
        new(ApprovalPermissions.Read, "查看审批", p => p.Has(Business),
            Breach.OfShape(null, "审批情况供业务部门和审计人员查看，您的职责不包括这些事项。"))
        {
            Scope = "approvals.read",
        },
        new(ApprovalPermissions.Inbox, "办理待办事项", p => p.Id != Guid.Empty,
            Breach.OfShape(null, "待办事项属于个人，接口客户端没有待办；请用 /api/v1/approvals 和 /api/v1/reviews 查询。")),
    ];
}
