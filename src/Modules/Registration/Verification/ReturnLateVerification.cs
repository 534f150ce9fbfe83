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

/// <summary>退回补录: the head office sends a late filing back with its reason, and the branch files again (R07-7).</summary>
internal static class ReturnLateVerification
{
    public const int ReasonLength = 500;

    [Permission(RegistrationPermissions.ConfirmVerification)]
    [AuditedAs("退回逾期补录")]
    internal sealed record Command(Guid AccountId, int Version, string? Reason) : ICommand<int>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请说明退回的理由，申请机构凭此更正。")
            .MaximumLength(ReasonLength).WithMessage($"理由最多 {ReasonLength} 个字符。").Readable("理由");
    }

    internal sealed class Handler(
        GovDbContext db, AccountContributors contributors, VerificationNotices notices, IWorkItems workItems, ITimeline timeline,
        CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Set<WeChatAccount>().SingleOrDefaultAsync(a => a.Id == command.AccountId, cancellationToken);
            if (account is null)
            {
                return Outcome.NotFound;
            }
            if (FourEyes.Check(me.Id, await contributors.Of(account, cancellationToken), "退回").FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            if (account.Stored != StoredState.LateVerificationFiled)
            {
                return Outcome.WrongState($"账号“{account.Name}”没有待确认的补录。");
            }
            if (account.Version != command.Version)
            {
                return Outcome.Stale(account.Version);
            }
            var reason = PlainText.Normalise(command.Reason)!;
            // The filing itself stays in the timeline and the audit trail.
            account.ReturnLate(clock.UtcNow());
            await workItems.Close(account.Id, LateVerification.WorkItemKind, "已退回", cancellationToken);
            timeline.Add(account.ApplicationId!.Value, "退回补录", reason, 7);
            await notices.TellReturned(account, reason, cancellationToken);
            audit.Detail = account.Name;
            return account.Version + 1;
        }
    }
}
