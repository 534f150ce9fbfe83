using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Approval.Contracts;

/// <summary>R07-4 for every module that lets people review, decide or confirm. A breach is answered with 403.</summary>
public static class FourEyes
{
    /// <param name="me">Whoever is about to act.</param>
    /// <param name="contributors">Who drafted, submitted or proposed it.</param>
    /// <param name="what">What is about to be done, as a verb in Chinese: 审批, 审核, 确认.</param>
    public static IEnumerable<Breach> Check(Guid me, IReadOnlyCollection<Guid> contributors, string what) =>
        ApprovalRules.FourEyes(me, contributors, what);
}
