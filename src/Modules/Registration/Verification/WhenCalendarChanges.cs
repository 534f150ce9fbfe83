using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// A year's arrangement was imported: the open deadlines are computed anew, and each that moves is told, in the account's timeline
/// and the audit trail. A lapse is never undone by it.
/// </summary>
internal sealed class WhenCalendarChanges(
    GovDbContext db, VerificationNotices notices, ITimeline timeline, AuditDraft audit, TimeProvider clock) : INotificationHandler<CalendarChanged>
{
    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        var today = clock.BeijingToday();
        var open = await db.Set<WeChatAccount>()
            .Where(a => a.Stored == StoredState.AwaitingVerification && !a.LapseRecorded && a.VerificationDue >= today)
            .ToListAsync(cancellationToken);
        var moved = 0;
        foreach (var account in open)
        {
            var (before, due) = (account.VerificationDue!.Value, VerificationRules.LastDayFor(account.ApprovedOn!.Value, notification.After));
            if (due.Date != before || due.Provisional != account.VerificationDueIsProvisional)
            {
                account.MoveDue(due);
            }
            if (due.Date != before)
            {
                moved++;
                timeline.Add(account.ApplicationId!.Value, "认证期限随工作日历调整", $"由{DayFormat.Day(before)}改为{DayFormat.Day(due)}。", 7);
                audit.Also(account.Id, $"{account.Name}：认证期限由 {before:yyyy-MM-dd} 改为 {due.Date:yyyy-MM-dd}");
                await notices.TellMoved(account, before, due, cancellationToken);
            }
        }
        if (moved > 0)
        {
            audit.Detail = $"{audit.Detail}；{moved} 个账号的认证期限随之改变";
        }
    }
}
