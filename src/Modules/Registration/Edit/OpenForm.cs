using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Plans;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Edit;

/// <summary>打开申请表: what the form's page shows to whoever fills it in; 403 for who only reads it.</summary>
internal static class OpenForm
{
    [Permission(RegistrationPermissions.Apply)]
    internal sealed record Query(Guid ApplicationId) : IQuery<Opened>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    /// <param name="Department">主管部门</param>
    /// <param name="OpenFields">What a return or a breached rule opened; null when everything is open.</param>
    /// <param name="Comments">What was said at the fields when it was returned; empty in any other state.</param>
    /// <param name="Opinion">What was said of it as a whole when it was returned; null in any other state, or when nothing was.</param>
    /// <param name="Earliest">The earliest planned day that a submission today could name (R07-1).</param>
    /// <param name="UnifiedName">The only name that article 6 allows it; null where it does not fix one.</param>
    /// <param name="Plans">What may be chosen as 规划依据, and what was chosen even if it is no longer in force.</param>
    internal sealed record Opened(
        Guid Id, string? Number, AccountForm AccountForm, ApplicationState State, string InstitutionName, InstitutionLevel Level,
        string Department, ApplicationForm Form, IReadOnlyList<ReadApplication.FileItem> Files, IReadOnlyList<string>? OpenFields,
        IReadOnlyList<ReadApplication.CommentItem> Comments, string? Opinion, CalendarDay Earliest, string? UnifiedName,
        IReadOnlyList<PlanChoice> Plans, string UpdatedBy, bool UpdatedByMe, DateTime UpdatedAt, int Version);

    internal sealed record PlanChoice(Guid Id, string Text);

    internal sealed class Handler(
        GovDbContext db, CurrentPerson me, IInstitutions institutions, BankOptions bank, TimeProvider clock,
        WorkCalendarSource calendar, GovSettings settings, FieldsOpen fields, ITimeline timeline)
        : IQueryHandler<Query, Opened>
    {
        public async Task<Outcome<Opened>> Handle(Query query, CancellationToken cancellationToken)
        {
            var a = await db.Set<RegistrationApplication>().VisibleTo(me).AsNoTracking()
                .Include(x => x.Files).Include(x => x.Comments).AsSingleQuery()
                .SingleOrDefaultAsync(x => x.Id == query.ApplicationId, cancellationToken);
            if (a is null)
            {
                return Outcome.NotFound;
            }
            if (a.RefuseToHandle(me) is { } forbidden)
            {
                return forbidden;
            }
            var returned = a.State == ApplicationState.Returned;
            return new Opened(
                a.Id, a.Number, a.AccountForm, a.State, a.InstitutionName, a.Level, DepartmentKind.EBanking.Chinese(a.Level), a.Form,
                [.. a.Files.OrderBy(f => f.Id).Select(f => new ReadApplication.FileItem(f.Id, f.Slot.Field(), f.FileName, f.ContentType, f.Length, f.Href))],
                await fields.Of(a, cancellationToken),
                [.. a.Comments.Where(c => returned && c.Round == a.Round).OrderBy(c => c.Id).Select(c => new ReadApplication.CommentItem(c.Round, c.Field, c.Text, c.By))],
                returned ? (await timeline.Of(a.Id, cancellationToken)).LastOrDefault(step => step.Opinion.Length > 0)?.Opinion : null,
                LeadTime.EarliestDay(clock.BeijingToday(), calendar.Current, settings.LeadTimeReading),
                await UnifiedName(a, cancellationToken), await Plans(a, cancellationToken), a.UpdatedByName,
                a.UpdatedById == me.Id, a.UpdatedAt, a.Version);
        }

        private async Task<string?> UnifiedName(RegistrationApplication a, CancellationToken cancel) =>
            a.AccountForm == AccountForm.SubscriptionAccount && a.Level.IsBranch()
            && await institutions.Find(a.InstitutionId, cancel) is { PlaceNameUnsettled: false } institution
                ? bank.BranchAccountName(institution.PlaceName)
                : null;

        private async Task<List<PlanChoice>> Plans(RegistrationApplication a, CancellationToken cancel)
        {
            var today = clock.BeijingToday();
            var plans = await db.Set<Plan>().AsNoTracking()
                .Where(p => p.Kind == PlanKind.Unified || p.InstitutionId == a.InstitutionId || p.Id == a.Form.PlanId)
                .Where(p => p.Id == a.Form.PlanId
                    || (p.EffectiveFrom <= today && (p.EffectiveTo == null || p.EffectiveTo >= today) && (p.RepealedOn == null || p.RepealedOn > today)))
                .OrderBy(p => p.Kind).ThenByDescending(p => p.EffectiveFrom).ThenBy(p => p.Id)
                .ToListAsync(cancel);
            return [.. plans.Select(p => new PlanChoice(p.Id,
                $"{p.Kind.Chinese()}《{p.Title}》{p.DocumentNumber}{(p.IsInForce(today) ? "" : "（已失效，请改选）")}"))];
        }
    }
}
