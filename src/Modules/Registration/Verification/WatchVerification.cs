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
/// Does for some accounts what the day of each asks for: reminds, or records that the approval has lapsed (R07-7) or the yearly
/// verification ended (R07-9). A command of the system, so that it is audited, saved at once and asked again when another host
/// was quicker; done twice it does nothing.
/// </summary>
internal static class WatchVerification
{
    [Permission(RegistrationPermissions.WatchDeadlines)]
    [AuditedAs("认证期限监测")]
    internal sealed record Command(IReadOnlyCollection<Guid> AccountIds) : ICommand<Unit>;

    internal sealed class Handler(
        GovDbContext db, VerificationNotices notices, ITimeline timeline, IRuleSwitches switches, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            // A reminder is no change that an auditor asks for; the end of an approval is, and has an entry of its own.
            audit.Silent = true;
            var accounts = await db.Set<WeChatAccount>().Where(a => command.AccountIds.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
            foreach (var account in accounts)
            {
                if (VerificationOccasion.Of(account, clock.BeijingToday(), switches.IsOn("R07-7")) is { } occasion)
                {
                    await Watch(account, occasion, cancellationToken);
                }
            }
            return Outcome.Done;
        }

        private async Task Watch(WeChatAccount account, VerificationOccasion occasion, CancellationToken cancel)
        {
            var before = Added();
            await notices.Tell(account, occasion, cancel);
            // Nothing to be saved: all of it was told before, and what goes with it was recorded then.
            if (occasion.IsPast && (!occasion.Yearly || Added() > before))
            {
                RecordEnd(account, occasion);
            }
        }

        private int Added() => db.ChangeTracker.Entries().Count(e => e.State == EntityState.Added);

        private void RecordEnd(WeChatAccount account, VerificationOccasion occasion)
        {
            if (!occasion.Yearly)
            {
                account.RecordLapse(clock.UtcNow());
            }
            var word = occasion.Yearly ? "微信认证过期" : "逾期未认证，批准失效";
            timeline.Add(account.ApplicationId!.Value, word,
                $"{(occasion.Yearly ? "有效期至" : "认证期限")}{DayFormat.Day(occasion.End)}。", 7);
            audit.Also(account.Id, $"{account.Name}：{word}");
        }
    }
}
