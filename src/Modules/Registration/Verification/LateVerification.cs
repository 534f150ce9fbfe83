using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>What waits for the head office when a verification is filed after the deadline (R07-7).</summary>
internal static class LateVerification
{
    public const string WorkItemKind = "ledger.late-verification";
    public const string SubjectKind = "ledger.account";

    public static WorkItemRequest WorkItem(WeChatAccount account, Guid headOfficeId) => new(
        WorkItemKind, SubjectKind, account.Id, $"{account.ApplicationNumber} {account.Name}", account.InstitutionId, account.InstitutionName,
        "确认逾期补录", $"/ledger/accounts/{account.Id}", headOfficeId, DepartmentKind.EBanking, Duties.Approver, Due: null);
}
