using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>撤销批准: a lapsed approval is ended and gives its name back (R07-7).</summary>
internal static class RevokeApproval
{
    public const int ReasonLength = 500;

    [Permission(RegistrationPermissions.ConfirmVerification)]
    [AuditedAs("撤销批准")]
    internal sealed record Command(Guid AccountId, int Version, string? Reason) : ICommand<int>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请说明撤销的理由。")
            .MaximumLength(ReasonLength).WithMessage($"理由最多 {ReasonLength} 个字符。").Readable("理由");
    }

    internal sealed class Handler(
        GovDbContext db, AccountContributors contributors, NameClaims claims, IWorkItems workItems, ITimeline timeline, IRuleSwitches switches,
        CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Set<WeChatAccount>().SingleOrDefaultAsync(a => a.Id == command.AccountId, cancellationToken);
            if (account is null)
            {
                return Outcome.NotFound;
            }
            if (FourEyes.Check(me.Id, await contributors.Of(account, cancellationToken), "撤销").FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            var now = clock.UtcNow();
            var state = account.StateAt(now, switches.IsOn("R07-7"));
            if (state is not (AccountState.VerificationLapsed or AccountState.LateVerificationFiled))
            {
                return Outcome.WrongState($"账号“{account.Name}”的状态是{state.Chinese()}；只有逾期未认证或补录待确认的批准可以撤销。");
            }
            if (account.Version != command.Version)
            {
                return Outcome.Stale(account.Version);
            }
            var reason = PlainText.Normalise(command.Reason)!;
            account.Revoke(reason, now);
            await claims.Release(account.ApplicationId!.Value, cancellationToken);
            await workItems.Close(account.Id, LateVerification.WorkItemKind, "已撤销", cancellationToken);
            timeline.Add(account.ApplicationId.Value, "撤销批准", reason, 7);
            audit.Detail = account.Name;
            return account.Version + 1;
        }
    }
}
