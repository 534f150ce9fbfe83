using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Applications;

/// <summary>Who sees, and who handles, which applications (articles 9 and 10). Whoever doesn't see one hears that it isn't there.</summary>
internal static class ApplicationVisibility
{
    public const string SubjectKind = "registration.application";

    public static IQueryable<RegistrationApplication> VisibleTo(this IQueryable<RegistrationApplication> applications, CurrentPerson me)
    {
        if (me.SeesAllInstitutions)
        {
            return applications;
        }
        if (me.Level >= InstitutionLevel.SubBranch)
        {
            return applications.Where(a => a.InstitutionId == me.InstitutionId);
        }
        return me.Department switch
        {
            DepartmentKind.EBanking when me.Level == InstitutionLevel.Tier1Branch =>
                applications.Where(a => a.ManagingBranchId == me.InstitutionId || a.Tier1BranchId == me.InstitutionId),
            DepartmentKind.EBanking => applications.Where(a => a.ManagingBranchId == me.InstitutionId),
            DepartmentKind.GeneralOffice when me.AtBranch => applications.Where(a =>
                a.InstitutionId == me.InstitutionId && a.AccountForm == AccountForm.SubscriptionAccount && a.Round > 0),
            DepartmentKind.CorporateCulture when me.AtHeadOffice => applications.Where(a =>
                (a.Level == InstitutionLevel.HeadOffice || a.AccountForm == AccountForm.ServiceAccount) && a.Round > 0),
            _ => applications.Where(a => false),
        };
    }

    /// <summary>403 for whoever sees it but does not handle it (R10-1); null for its handlers, all of whom see it.</summary>
    public static Refusal? RefuseToHandle(this RegistrationApplication application, CurrentPerson me) =>
        AuthorityRules.MayHandle(me, application.InstitutionId, application.ManagingBranchId, application.InstitutionName)
            .FirstOrDefault() is { } breach
            ? Outcome.Forbidden(breach)
            : null;
}

/// <summary>For the pipeline, and for the modules below that know the application only as a subject.</summary>
internal sealed class ApplicationRecordVisibility(GovDbContext db, CurrentPerson me) : IRecordVisibility, ISubjectVisibility
{
    public Type RecordType => typeof(RegistrationApplication);

    public string SubjectKind => ApplicationVisibility.SubjectKind;

    public Task<bool> IsVisible(Guid id, CancellationToken cancel) =>
        db.Set<RegistrationApplication>().VisibleTo(me).AnyAsync(a => a.Id == id, cancel);

    public async Task<Breach?> WhyHidden(Guid id, CancellationToken cancel) =>
        await db.Set<RegistrationApplication>().Where(a => a.Id == id).Select(a => a.InstitutionName).SingleOrDefaultAsync(cancel) is { } institution
        && !await IsVisible(id, cancel)
            ? AuthorityRules.OutOfSight(me, institution)
            : null;

    public string HrefOf(Guid id) => $"/registration/applications/{id}";
}
