using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Applications;

/// <summary>The beginning of every command by which an applicant changes an application.</summary>
internal static class ApplicantAccess
{
    /// <summary>
    /// Loads the application to be changed: visible (or 404), the person's to handle (or 403, R10-1), with the applicant
    /// and at the version that the person saw (or 409).
    /// </summary>
    public static async Task<Outcome<RegistrationApplication>> LoadForApplicant(
        this GovDbContext db, Guid id, int version, CurrentPerson me, CancellationToken cancel)
    {
        var application = await db.LoadVisible(id, me, cancel);
        if (application is null)
        {
            return Outcome.NotFound;
        }
        if (application.RefuseToHandle(me) is { } forbidden)
        {
            return forbidden;
        }
        if (!application.State.IsEditable())
        {
            return Outcome.WrongState(application.WhyNotEditable()) with { CurrentVersion = application.Version };
        }
        return application.Version == version ? application : Outcome.Stale(application.Version, application.UpdatedByName);
    }

    /// <summary>With its files, comments and contributors, tracked; null when it isn't there or not to be seen.</summary>
    public static Task<RegistrationApplication?> LoadVisible(
        this GovDbContext db, Guid id, CurrentPerson me, CancellationToken cancel) =>
        db.Set<RegistrationApplication>().VisibleTo(me)
            .Include(a => a.Files).Include(a => a.Contributors).AsSingleQuery()
            .SingleOrDefaultAsync(a => a.Id == id, cancel);

    /// <summary>403 for whoever sees it but does not handle it; null for its handlers.</summary>
    public static Refusal? RefuseToHandle(this RegistrationApplication application, CurrentPerson me) =>
        AuthorityRules.MayHandle(me, application.InstitutionId, application.ManagingBranchId, application.InstitutionName)
            .FirstOrDefault() is { } breach
            ? Outcome.Forbidden(breach)
            : null;

    private static string WhyNotEditable(this RegistrationApplication application) => application.State switch
    {
        ApplicationState.InReview or ApplicationState.InApproval =>
            $"申请 {application.Number} 已于{DayFormat.DayAndTime(application.SubmittedAt!.Value)}递交，正在{application.State.Chinese()}；如需修改，请先撤回。",
        _ => $"申请 {application.Number} 的状态是“{application.State.Chinese()}”，不能再修改。",
    };
}
