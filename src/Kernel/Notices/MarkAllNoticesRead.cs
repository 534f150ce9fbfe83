using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>全部标为已读. Answers how many were unread.</summary>
internal static class MarkAllNoticesRead
{
    /// <param name="Until">UTC: the moment at which the list was shown; what came afterwards stays unread. Null: now.</param>
    [Permission(CommonPermissions.SignedIn)]
    [AuditedAs("通知全部标为已读")]
    internal sealed record Command(DateTime? Until) : ICommand<int>;

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Silent = true;
            var now = clock.UtcNow();
            var until = command.Until is { } shown && shown < now ? shown : now;
            var unread = await NoticeBoard.Unread(db, me, clock).Where(n => n.At <= until).Select(n => n.Id).ToListAsync(cancellationToken);
            db.AddRange(unread.Select(id => new NoticeRead { NoticeId = id, PersonId = me.Id, At = now }));
            return unread.Count;
        }
    }
}
