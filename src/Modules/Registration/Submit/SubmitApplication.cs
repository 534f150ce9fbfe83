using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Submit;

/// <summary>递交《微信银行注册申请表》. Articles 3–7; then on to the review of article 9.</summary>
internal static class SubmitApplication
{
    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("递交注册申请")]
    internal sealed record Command(Guid ApplicationId, int Version) : ICommand<Submitted>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    /// <param name="Number">ZC-2026-000123</param>
    /// <param name="State">Where it is now.</param>
    /// <param name="Version">The version after the submission.</param>
    internal sealed record Submitted(Guid Id, string Number, ApplicationState State, int Version);

    internal sealed class Handler(
        ApplicantAccess access, SubmissionCheck rules, NextStep nextStep, ToMend toMend, Numbers numbers, NameClaims claims, ITimeline timeline,
        CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Submitted>
    {
        public async Task<Outcome<Submitted>> Handle(Command command, CancellationToken cancellationToken)
        {
            var loaded = await access.ToChange(command.ApplicationId, command.Version, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var application = loaded.Value;
            var breaches = await rules.ForSubmission(application, cancellationToken);
            if (breaches.Any)
            {
                return breaches;
            }
            var (now, today) = (clock.UtcNow(), clock.BeijingToday());
            var number = application.Number ?? await numbers.Next("ZC", today.Year, cancellationToken);
            application.Submit(number, me, today, now);
            await claims.Hold(application, cancellationToken);
            timeline.Add(application.Id, application.Round == 1 ? "递交申请" : "再次递交", article: 7);
            if (application.Round > 1)
            {
                await toMend.Close(application.Id, "已重新递交", cancellationToken);
            }
            await nextStep.After(application, cancellationToken);
            audit.Detail = application.Title;
            return new Submitted(application.Id, number, application.State, application.Version);
        }
    }
}
