using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Submit;

namespace WeChatBankGov.Registration.Withdraw;

/// <summary>作废: a draft, or a returned or withdrawn application, given up for good. It stays readable.</summary>
internal static class DiscardApplication
{
    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("作废注册申请")]
    internal sealed record Command(Guid ApplicationId, int Version) : ICommand<int>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    internal sealed class Handler(
        ApplicantAccess access, NameClaims claims, ToMend toMend, ITimeline timeline, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var loaded = await access.ToChange(command.ApplicationId, command.Version, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var application = loaded.Value;
            application.Discard(me, clock.UtcNow());
            await claims.Release(application.Id, cancellationToken);
            await toMend.Close(application.Id, "已作废", cancellationToken);
            timeline.Add(application.Id, "作废申请", article: 7);
            audit.Detail = application.Title;
            return application.Version;
        }
    }
}
