using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Submit;

/// <summary>A returned application stands in the inbox of the managing branch's handlers until it is submitted again or given up.</summary>
internal sealed class ToMend(IWorkItems workItems)
{
    private const string WorkItemKind = "registration.mend";

    public void Open(RegistrationApplication application) => workItems.Open(
        new(WorkItemKind, ApplicationVisibility.SubjectKind, application.Id, application.Title, application.InstitutionId, application.InstitutionName,
            "按退回意见修改", $"/registration/applications/{application.Id}/edit", application.ManagingBranchId, DepartmentKind.EBanking, Duties.Handler, Due: null),
        application.SubmittedById);

    public Task Close(Guid applicationId, string result, CancellationToken cancel) => workItems.Close(applicationId, WorkItemKind, result, cancel);
}
