using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Registration.Applications;

/// <summary>The beginning of every command by which an applicant changes an application.</summary>
internal sealed class ApplicantAccess(GovDbContext db, ApplicantAccess.Statement statement, CurrentPerson me)
{
    /// <summary>Compiled once for each host: a compiled query knows the model that it was made for.</summary>
    internal sealed class Statement
    {
        public Func<GovDbContext, Guid, CancellationToken, Task<RegistrationApplication?>> Find { get; } =
            EF.CompileAsyncQuery((GovDbContext db, Guid id, CancellationToken _) => db.Set<RegistrationApplication>()
                .Include(a => a.Files).Include(a => a.Contributors).AsSingleQuery()
                .SingleOrDefault(a => a.Id == id));
    }

    /// <summary>
    /// The application to be changed, with its files and contributors, tracked: visible (or 404), the person's to handle (or 403, R10-1), with
    /// the applicant and at the version that the person saw (or 409).
    /// </summary>
    public async Task<Outcome<RegistrationApplication>> ToChange(Guid id, int version, CancellationToken cancel)
    {
        var loaded = await ToHandle(id, cancel);
        if (loaded.Refusal is not null)
        {
            return loaded;
        }
        var application = loaded.Value;
        if (!application.State.IsEditable())
        {
            return Outcome.WrongState(WhyNotEditable(application)) with { CurrentVersion = application.Version };
        }
        return application.Version == version ? application : Outcome.Stale(application.Version, application.UpdatedByName);
    }

    /// <summary>The same in whatever state and version it is.</summary>
    public async Task<Outcome<RegistrationApplication>> ToHandle(Guid id, CancellationToken cancel)
    {
        if (await statement.Find(db, id, cancel) is not { } application)
        {
            return Outcome.NotFound;
        }
        if (application.RefuseToHandle(me) is not { } forbidden)
        {
            return application;   // whoever handles it sees it
        }
        return await db.Set<RegistrationApplication>().VisibleTo(me).AnyAsync(a => a.Id == id, cancel) ? forbidden : Outcome.NotFound;
    }

    private static string WhyNotEditable(RegistrationApplication application) => application.State switch
    {
        ApplicationState.InReview or ApplicationState.InApproval =>
            $"申请 {application.Number} 已于{DayFormat.DayAndTime(application.SubmittedAt!.Value)}递交，正在{application.State.Chinese()}；如需修改，请先撤回。",
        _ => $"申请 {application.Number} 的状态是“{application.State.Chinese()}”，不能再修改。",
    };
}
