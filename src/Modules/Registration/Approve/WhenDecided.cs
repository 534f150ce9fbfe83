using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Submit;
using WeChatBankGov.Text;

namespace WeChatBankGov.Registration.Approve;

/// <summary>Before the head office approves: every submission rule again, on the facts of that moment (R07-8).</summary>
internal sealed class WhenDeciding(GovDbContext db, SubmissionCheck rules, IApprovals approvals) : INotificationHandler<Deciding>
{
    public async Task Handle(Deciding notification, CancellationToken cancellationToken)
    {
        if (notification.SubjectKind != ApplicationVisibility.SubjectKind)
        {
            return;
        }
        if (notification.Verdict == Verdict.Approve)
        {
            var application = await db.Set<RegistrationApplication>().Include(a => a.Files)
                .SingleAsync(a => a.Id == notification.SubjectId, cancellationToken);
            var pending = await approvals.Pending(application.Id, cancellationToken)
                ?? throw new InvalidOperationException("Something is decided that does not wait for a decision.");
            foreach (var breach in (await rules.ForApproval(application, pending.OpenedAt, cancellationToken)).Findings)
            {
                notification.Breaches.Add(breach);
            }
        }
        foreach (var unknown in notification.Comments.Where(c => !ReopenedFields.Labels.ContainsKey(c.Field)))
        {
            notification.Breaches.Add(Breach.OfShape("comments", $"申请表中没有“{unknown.Field}”这一项，请选择要退回修改的项目。"));
        }
    }
}

/// <summary>The head office has decided: the account stands in the ledger, or the applicant has it back, or it has ended.</summary>
internal sealed class WhenDecided(GovDbContext db, NameClaims claims, ApplicantNotices notices, ToMend toMend, WorkCalendarSource calendar) : INotificationHandler<Decided>
{
    public async Task Handle(Decided notification, CancellationToken cancellationToken)
    {
        if (notification.SubjectKind != ApplicationVisibility.SubjectKind)
        {
            return;
        }
        var application = await db.Set<RegistrationApplication>().SingleAsync(a => a.Id == notification.SubjectId, cancellationToken);
        switch (notification.Verdict)
        {
            case Verdict.Approve:
                Approve(application, notification.Verdict, notification.At);
                break;
            case Verdict.Return:
                Return(application, notification);
                toMend.Open(application);
                break;
            case Verdict.Reject:
                application.Reject(notification.At);
                await claims.Release(application.Id, cancellationToken);
                break;
            default:
                throw new InvalidOperationException($"Unknown verdict {notification.Verdict}.");
        }
        await notices.Post(application, Word(notification.Verdict), notification.Opinion, cancellationToken);
    }

    private static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Approve => "总行已同意，请在一个月内完成官方认证",
        Verdict.Return => "总行已退回，请按意见修改后再递交",
        _ => "总行不同意",
    };

    private void Approve(RegistrationApplication application, Verdict verdict, DateTime now)
    {
        if (HeadOfficeApproval.Granted(verdict, application.Form.Name!).Any())                                            // 第十条
        {
            throw new InvalidOperationException("An account enters the ledger by the head office's approval only.");
        }
        var today = BeijingTime.BeijingDayOf(now);
        application.Approve(now);
        db.Add(WeChatAccount.Approved(
            application, Folding.Key(application.Form.Name!), today, VerificationRules.LastDayFor(today, calendar.Current), now));
    }

    private static void Return(RegistrationApplication application, Decided decided)
    {
        var by = $"{decided.By.InstitutionName}{decided.By.DepartmentName} {decided.By.Name}";
        var comments = decided.Comments.Select(c => new ApplicationComment
        {
            ApplicationId = application.Id,
            Round = application.Round,
            Field = c.Field,
            Text = c.Comment,
            By = by,
        });
        // An opinion on the whole is about the whole form.
        var opened = decided.Comments.Count == 0
            ? null
            : decided.Comments.SelectMany(c => ReopenedFields.With(c.Field)).Append(ReopenedFields.PlannedDay);
        application.Return(opened, comments, decided.At);
    }
}
