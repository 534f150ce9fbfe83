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
using WeChatBankGov.Registration.Articles;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>确认补录: the head office's word on a verification filed after the deadline (R07-7).</summary>
internal static class ConfirmLateVerification
{
    public const int ReasonLength = 500;

    /// <param name="InTime">按期完成（补录） when true, 逾期完成 when false.</param>
    /// <param name="Reason">Required for 逾期完成.</param>
    [Permission(RegistrationPermissions.ConfirmVerification)]
    [AuditedAs("确认逾期补录")]
    internal sealed record Command(Guid AccountId, int Version, bool? InTime, string? Reason) : ICommand<int>, IConcerns<WeChatAccount>
    {
        Guid IConcerns.RecordId => AccountId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.InTime).NotNull().WithMessage("请选择按期完成（补录）或逾期完成。");
            RuleFor(c => c.Reason).NotEmpty().When(c => c.InTime == false).WithMessage("确认为逾期完成的，请说明理由。")
                .MaximumLength(ReasonLength).WithMessage($"理由最多 {ReasonLength} 个字符。");
            RuleFor(c => c.Reason).Readable("理由");
        }
    }

    internal sealed class Handler(
        GovDbContext db, AccountContributors contributors, IWorkItems workItems, ITimeline timeline,
        CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var account = await db.Set<WeChatAccount>().SingleOrDefaultAsync(a => a.Id == command.AccountId, cancellationToken);
            if (account is null)
            {
                return Outcome.NotFound;
            }
            if (FourEyes.Check(me.Id, await contributors.Of(account, cancellationToken), "确认").FirstOrDefault() is { } breach)
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
            var inTime = command.InTime!.Value;
            var check = Rules.Check(VerificationRules.LateFilingIsWhatItSays(inTime, account.VerifiedOn!.Value, account.VerificationDue!.Value));
            if (check.Any)
            {
                return check;
            }
            var word = inTime ? "按期完成（补录）" : "逾期完成";
            var reason = PlainText.Normalise(command.Reason) ?? "";
            account.ConfirmLate(inTime, reason, clock.UtcNow());
            await workItems.Close(account.Id, LateVerification.WorkItemKind, word, cancellationToken);
            timeline.Add(account.ApplicationId!.Value, "确认补录：" + word, reason, 7);
            audit.Detail = $"{account.Name}：{word}";
            return account.Version + 1;
        }
    }
}
