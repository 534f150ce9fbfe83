using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>A year's arrangement was imported: the open deadlines are computed anew. A lapse is never undone by it.</summary>
internal sealed class WhenCalendarChanges(GovDbContext db, TimeProvider clock) : INotificationHandler<CalendarChanged>
{
    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        var today = clock.BeijingToday();
        var open = await db.Set<WeChatAccount>()
            .Where(a => a.Stored == StoredState.AwaitingVerification && !a.LapseRecorded && a.VerificationDue >= today)
            .ToListAsync(cancellationToken);
        foreach (var account in open)
        {
            var due = VerificationRules.LastDayFor(account.ApprovedOn!.Value, notification.After);
            if (due.Date != account.VerificationDue || due.Provisional != account.VerificationDueIsProvisional)
            {
                account.MoveDue(due);
            }
        }
    }
}
