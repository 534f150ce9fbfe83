using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Approval.Contracts;

/// <summary>R10-2 for the module that sets accounts up: asked before an account enters the ledger.</summary>
public static class HeadOfficeApproval
{
    /// <param name="verdict">What the head office decided; null when it has not.</param>
    /// <param name="account">The account's name, for the message.</param>
    public static IEnumerable<Breach> Granted(Verdict? verdict, string account) =>
        ApprovalRules.SetUpOnApproval(verdict, account);
}
