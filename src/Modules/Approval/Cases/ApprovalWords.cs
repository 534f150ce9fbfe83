using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Approval.Cases;

internal static class ApprovalWords
{
    public static string Chinese(this ApprovalState state) => state switch
    {
        ApprovalState.Pending => "待审批",
        ApprovalState.Approved => "同意",
        ApprovalState.Returned => "退回",
        ApprovalState.Rejected => "不同意",
        ApprovalState.Cancelled => "撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of an approval."),
    };

    public static string Chinese(this Verdict verdict) => verdict switch
    {
        Verdict.Approve => "同意",
        Verdict.Return => "退回",
        Verdict.Reject => "不同意",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not one of the three verdicts."),
    };

    /// <summary>Tells whoever comes late who was first, and with what.</summary>
    public static Refusal TooLate(this ApprovalCase approval) => Outcome.WrongState(
        $"{approval.DecidedByName}已于{DayFormat.DayAndTime(approval.DecidedAt!.Value)}"
        + (approval.State == ApprovalState.Cancelled ? "撤回这件申请" : $"作出“{approval.State.Chinese()}”的决定")
        + "，不能再审批。请返回待办查看其他事项。") with
    {
        CurrentVersion = approval.Version,
    };
}
