using FluentValidation;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Submit;

namespace WeChatBankGov.Registration.Withdraw;

/// <summary>撤回: before the next step acts. Everything typed stays, the name is given back.</summary>
internal static class WithdrawApplication
{
    public const int ReasonLength = 500;

    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("撤回注册申请")]
    internal sealed record Command(Guid ApplicationId, int Version, string? Reason) : ICommand<int>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).MaximumLength(ReasonLength).WithMessage($"撤回原因最多 {ReasonLength} 个字符。")
            .Readable("撤回原因");
    }

    internal sealed class Handler(
        ApplicantAccess access, NextStep nextStep, NameClaims claims, ITimeline timeline, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var loaded = await access.ToHandle(command.ApplicationId, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var application = loaded.Value;
            if (application.State is not (ApplicationState.InReview or ApplicationState.InApproval))
            {
                return Outcome.WrongState($"申请的状态是{application.State.Chinese()}，没有可撤回的递交。");
            }
            if (application.Version != command.Version)
            {
                return Outcome.Stale(application.Version);
            }
            application.Withdraw(me, clock.UtcNow());
            await nextStep.Cancel(application.Id, cancellationToken);
            await claims.Release(application.Id, cancellationToken);
            timeline.Add(application.Id, "撤回申请", PlainText.Normalise(command.Reason) ?? "", article: 7);
            audit.Detail = application.Title;
            return application.Version;
        }
    }
}
