using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Plans;

namespace WeChatBankGov.Registration.Read;

/// <summary>注册申请: the form, its files, what was said of it, and its way so far.</summary>
internal static class ReadApplication
{
    [Permission(RegistrationPermissions.Read)]
    internal sealed record Query(Guid ApplicationId) : IQuery<Detail>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    /// <param name="Number">Null before the first submission.</param>
    /// <param name="Kind">新设 for all applications of this release.</param>
    /// <param name="Department">主管部门: the e-banking department that manages it.</param>
    /// <param name="OpenFields">What may be changed now; null when everything, empty when nothing.</param>
    /// <param name="EarliestRegistrationDate">The earliest planned day that a submission today could name (R07-1).</param>
    /// <param name="Account">Its line in the ledger; null before the approval, or when the ledger's line is not the person's to see.</param>
    /// <param name="MayHandle">Whether the person asking may change, submit and withdraw it.</param>
    internal sealed record Detail(
        Guid Id, string? Number, string Kind, AccountForm AccountForm, ApplicationState State,
        Guid InstitutionId, string InstitutionName, InstitutionLevel Level, string Department, int Round,
        ApplicationForm Form, string? PlanTitle, IReadOnlyList<FileItem> Files, IReadOnlyList<string>? OpenFields,
        IReadOnlyList<CommentItem> Comments, DateOnly? SubmittedOn, CalendarDay EarliestRegistrationDate,
        DateTime UpdatedAt, string UpdatedBy, IReadOnlyList<TimelineStep> Timeline, AccountItem? Account,
        bool MayHandle, int Version);

    /// <summary>What became of it.</summary>
    internal sealed record AccountItem(
        Guid Id, DateOnly? ApprovedOn, DateOnly? VerificationDue, bool VerificationDueIsProvisional,
        string? OriginalId, string? AppId, DateOnly? VerifiedOn, DateOnly? VerifiedUntil);

    internal sealed record FileItem(Guid Id, string Slot, string FileName, string ContentType, long Length, string Href);

    /// <param name="Round">The submission that it was said of.</param>
    internal sealed record CommentItem(int Round, string Field, string Text, string By);

    internal sealed record Found(RegistrationApplication Application, string? PlanTitle, AccountItem? Account);

    /// <summary>The statement that everybody needs, compiled once for each host: a compiled query knows the model that it was made for.</summary>
    internal sealed class Statement
    {
        public Func<GovDbContext, Guid, CancellationToken, Task<Found?>> Find { get; } =
            EF.CompileAsyncQuery((GovDbContext db, Guid id, CancellationToken _) => db.Set<RegistrationApplication>().AsNoTracking()
                .Include(a => a.Files).Include(a => a.Comments).AsSingleQuery()
                .Where(a => a.Id == id)
                .LeftJoin(db.Set<WeChatAccount>(), a => (Guid?)a.Id, x => x.ApplicationId, (a, x) => new Found(
                    a,
                    db.Set<Plan>().Where(p => p.Id == a.Form.PlanId).Select(p => p.Title).FirstOrDefault(),
                    x == null ? null : new AccountItem(
                        x.Id, x.ApprovedOn, x.VerificationDue, x.VerificationDueIsProvisional, x.OriginalId, x.AppId, x.VerifiedOn, x.VerifiedUntil)))
                .SingleOrDefault());
    }

    internal sealed class Handler(
        GovDbContext db, Statement statement, CurrentPerson me, ITimeline timeline, TimeProvider clock, WorkCalendarSource calendar, GovSettings settings)
        : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            // Whoever sees all institutions sees this one: the statement itself asks for nothing but the id.
            var seesAll = me.SeesAllInstitutions;
            var found = seesAll || await db.Set<RegistrationApplication>().VisibleTo(me).AnyAsync(a => a.Id == query.ApplicationId, cancellationToken)
                ? await statement.Find(db, query.ApplicationId, cancellationToken)
                : null;
            if (found is null)
            {
                return Outcome.NotFound;
            }
            var steps = await timeline.Of(query.ApplicationId, cancellationToken);
            var account = found.Account is { } line
                && (seesAll || await db.Set<WeChatAccount>().VisibleTo(me).AnyAsync(x => x.Id == line.Id, cancellationToken))
                    ? found.Account
                    : null;
            return ToDetail(found.Application, found.PlanTitle, steps, account);
        }

        private Detail ToDetail(
            RegistrationApplication a, string? planTitle, IReadOnlyList<TimelineStep> steps, AccountItem? account) => new(
            a.Id, a.Number, "新设", a.AccountForm, a.State, a.InstitutionId, a.InstitutionName, a.Level,
            DepartmentKind.EBanking.Chinese(a.Level), a.Round, a.Form, planTitle,
            [.. a.Files.OrderBy(f => f.Slot).ThenBy(f => f.Id).Select(f =>
                new FileItem(f.Id, f.Slot.Field(), f.FileName, f.ContentType, f.Length, f.Href))],
            !a.State.IsEditable() ? [] : a.OpenFields?.Split(','),
            [.. a.Comments.OrderBy(c => c.Round).ThenBy(c => c.Id).Select(c => new CommentItem(c.Round, c.Field, c.Text, c.By))],
            a.SubmittedOn, LeadTime.EarliestDay(clock.BeijingToday(), calendar.Current, settings.LeadTimeReading),
            a.UpdatedAt, a.UpdatedByName, steps, account,
            a.RefuseToHandle(me) is null, a.Version);
    }
}
