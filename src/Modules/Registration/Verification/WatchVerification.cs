using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// Does for one account what its day asks for: reminds, or records that the approval has lapsed (R07-7) or the yearly
/// verification ended (R07-9). A command of the system, so that it is audited, saved at once and asked again when another host
/// was quicker; done twice it does nothing.
/// </summary>
internal static class WatchVerification
{
    [Permission(RegistrationPermissions.WatchDeadlines)]
    [AuditedAs("认证期限监测")]
    internal sealed record Command(Guid AccountId) : ICommand<Unit>;

    internal sealed class Handler(
        GovDbContext db, VerificationNotices notices, ITimeline timeline, IRuleSwitches switches, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            // A reminder is no change that an auditor asks for; the end of an approval is.
            audit.Silent = true;
            var account = await db.Set<WeChatAccount>().SingleOrDefaultAsync(a => a.Id == command.AccountId, cancellationToken);
            if (account is null
                || VerificationOccasion.Of(account, clock.BeijingToday(), switches.IsOn("R07-7")) is not { } occasion)
            {
                return Outcome.Done;
            }
            await notices.Tell(account, occasion, cancellationToken);
            // Nothing to be saved: all of it was told before, and what goes with it was recorded then.
            if (occasion.IsPast && (!occasion.Yearly || db.ChangeTracker.HasChanges()))
            {
                RecordEnd(account, occasion);
            }
            return Outcome.Done;
        }

        private void RecordEnd(WeChatAccount account, VerificationOccasion occasion)
        {
            if (!occasion.Yearly)
            {
                account.RecordLapse(clock.UtcNow());
            }
            var word = occasion.Yearly ? "微信认证过期" : "逾期未认证，批准失效";
            timeline.Add(account.ApplicationId!.Value, word,
                $"{(occasion.Yearly ? "有效期至" : "认证期限")}{DayFormat.Day(occasion.End)}。", 7);
            audit.Silent = false;
            audit.SubjectId = account.Id;
            audit.Detail = $"{account.Name}：{word}";
        }
    }
}
