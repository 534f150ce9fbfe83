using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>通知标为已读. Answers the page on which to go on. Once read, always read: doing it twice is doing it once.</summary>
internal static class MarkNoticeRead
{
    [Permission(CommonPermissions.SignedIn)]
    [AuditedAs("通知标为已读")]
    internal sealed record Command(Guid NoticeId) : ICommand<string>;

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, string>
    {
        public async Task<Outcome<string>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Looking at one's own notices changes nothing that an auditor asks for.
            audit.Silent = true;
            var href = await NoticeBoard.Of(db, me).Where(n => n.Id == command.NoticeId)
                .Select(n => n.Href).SingleOrDefaultAsync(cancellationToken);
            if (href is null) return Outcome.NotFound;
            if (!await db.Set<NoticeRead>().AnyAsync(r => r.PersonId == me.Id && r.NoticeId == command.NoticeId, cancellationToken))
            {
                db.Add(new NoticeRead { NoticeId = command.NoticeId, PersonId = me.Id, At = clock.UtcNow() });
            }
            return href;
        }
    }
}
