using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Read;

/// <summary>What comes next, and whom it waits for.</summary>
/// <param name="Step">The step in Chinese; empty when nothing comes next.</param>
/// <param name="Whom">The department or people.</param>
/// <param name="Article">The article it rests on.</param>
internal sealed record Waiting(string Step, string Whom, int Article)
{
    public static Waiting? Of(ReadApplication.Detail a) => a.State switch
    {
        ApplicationState.Draft => new("填写并递交", $"{a.InstitutionName}经办人员", 7),
        ApplicationState.Withdrawn => new("修改后重新递交", $"{a.InstitutionName}经办人员", 7),
        ApplicationState.Returned => new("按退回意见修改后重新递交", $"{a.InstitutionName}经办人员", 7),
        ApplicationState.InReview => new("形象设计审核", Reviewer(a), 9),
        ApplicationState.InApproval => new("总行审批", $"总行{DepartmentKind.EBanking.Chinese(InstitutionLevel.HeadOffice)}", 7),
        ApplicationState.Approved when a.Account is { VerifiedOn: null } => new("完成微信官方认证", $"{a.InstitutionName}经办人员", 7),
        _ => null,
    };

    // Article 9: the head office's accounts, and service accounts, which bear the bank's name (R09-3), are the corporate culture department's.
    private static string Reviewer(ReadApplication.Detail a) =>
        a.Level == InstitutionLevel.HeadOffice || a.AccountForm == AccountForm.ServiceAccount
            ? $"总行{DepartmentKind.CorporateCulture.Chinese(InstitutionLevel.HeadOffice)}"
            : $"{a.InstitutionName}{DepartmentKind.GeneralOffice.Chinese(a.Level)}";
}
