using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Registration.Submit;

/// <summary>Hands a submitted application to whoever acts next: the VI review of article 9, then the head office's approval.</summary>
internal sealed class NextStep(IReviews reviews, IApprovals approvals, IInstitutions institutions)
{
    public async Task After(RegistrationApplication application, CancellationToken cancel) => _ = application.State switch
    {
        ApplicationState.InReview => await reviews.Open(ReviewOf(application, await InstitutionOf(application, cancel)), cancel),
        ApplicationState.InApproval => await approvals.Open(ApprovalOf(application), cancel),
        _ => throw new InvalidOperationException($"Nobody acts next in state {application.State}."),
    };

    /// <summary>Takes it back from whoever would act next.</summary>
    public async Task Cancel(Guid applicationId, CancellationToken cancel)
    {
        await reviews.Cancel(applicationId, cancel);
        await approvals.Cancel(applicationId, cancel);
    }

    private static ApprovalRequest ApprovalOf(RegistrationApplication application) => new(
        ApplicationVisibility.SubjectKind, application.Id, application.Title, application.InstitutionId, application.InstitutionName,
        $"/registration/applications/{application.Id}/approval", Contributors(application), application.Form.PlannedRegistrationDate);

    /// <summary>Who reviews follows from what the institution is at that moment (article 9).</summary>
    private async Task<InstitutionInfo> InstitutionOf(RegistrationApplication application, CancellationToken cancel) =>
        await institutions.Find(application.InstitutionId, cancel)
        ?? throw new InvalidOperationException("The applying institution is not in the register.");

    private static ReviewRequest ReviewOf(RegistrationApplication application, InstitutionInfo institution) => new(
        ApplicationVisibility.SubjectKind, application.Id, application.Title, application.AccountForm,
        institution.Id, institution.Name, institution.Level, institution.ManagingBranchId, institution.Tier1BranchId,
        application.Form.ViVersion ?? ApplicationForm.DefaultViVersion,
        [
            new(IdentityElement.Avatar, "", FilesOf(application, FileSlot.Avatar), Changed(application, IdentityElements.Avatar)),
            new(IdentityElement.Name, application.Form.Name ?? "", [], Changed(application, IdentityElements.Name)),
            new(IdentityElement.ServicePageDesign, "", FilesOf(application, FileSlot.ServicePageDesign), Changed(application, IdentityElements.ServicePageDesign)),
        ],
        Contributors(application), application.Form.PlannedRegistrationDate);

    private static bool Changed(RegistrationApplication application, IdentityElements element) =>
        application.ChangedSinceReview.HasFlag(element);

    private static List<ReviewFile> FilesOf(RegistrationApplication application, FileSlot slot) =>
        [.. application.Files.Where(f => f.Slot == slot).OrderBy(f => f.Id).Select(f => new ReviewFile(f.FileName, f.Href, f.IsImage))];

    private static List<Guid> Contributors(RegistrationApplication application) =>
        [.. application.Contributors.Select(c => c.PersonId)];
}
