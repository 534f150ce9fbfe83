using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Registration.Submit;

/// <summary>
/// The VI review is finished (R04-2): on to the head office, or back to the applicant with what failed, and what depends on
/// it, open.
/// </summary>
internal sealed class WhenReviewed(GovDbContext db, NextStep nextStep, ApplicantNotices notices, ToMend toMend, TimeProvider clock) : INotificationHandler<VisualIdentityReviewed>
{
    public async Task Handle(VisualIdentityReviewed notification, CancellationToken cancellationToken)
    {
        if (notification.SubjectKind != ApplicationVisibility.SubjectKind)
        {
            return;
        }
        var application = await db.Set<RegistrationApplication>()
            .Include(a => a.Files).Include(a => a.Contributors).AsSingleQuery()
            .SingleAsync(a => a.Id == notification.SubjectId, cancellationToken);
        if (notification.Passed)
        {
            application.PassReview(clock.UtcNow());
            await nextStep.After(application, cancellationToken);
            return;
        }
        var failed = notification.Elements.Where(e => !e.Conforms).ToList();
        var by = $"{notification.By.InstitutionName}{notification.By.DepartmentName} {notification.By.Name}";
        application.Return(
            failed.SelectMany(e => ReopenedFields.ByElement(e.Element)).Append(ReopenedFields.PlannedDay),
            failed.Select(e => new ApplicationComment
            {
                ApplicationId = application.Id,
                Round = application.Round,
                Field = ReopenedFields.FieldOf(e.Element),
                Text = e.Reason,
                By = by,
            }),
            clock.UtcNow());
        toMend.Open(application);
        await notices.Post(application, "形象设计审核不通过，申请已退回", notification.Opinion, cancellationToken);
    }
}
