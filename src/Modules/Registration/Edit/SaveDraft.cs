using FluentValidation;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Edit;

/// <summary>保存草稿: with anything missing. After a return only the opened fields change, and those at which a rule is breached.</summary>
internal static class SaveDraft
{
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Form">The whole form as it shall be.</param>
    /// <param name="IsAutosave">True while typing: one audit entry for a sitting.</param>
    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("保存申请草稿")]
    internal sealed record Command(Guid ApplicationId, int Version, ApplicationForm Form, bool IsAutosave = false)
        : ICommand<Saved>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    /// <param name="Version">The version after saving.</param>
    /// <param name="SavedAt">UTC.</param>
    internal sealed record Saved(int Version, DateTime SavedAt);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Form).SetValidator(new FormValidator());
    }

    internal sealed class Handler(ApplicantAccess access, FieldsOpen fields, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Saved>
    {
        private static readonly TimeSpan Sitting = TimeSpan.FromMinutes(30);

        public async Task<Outcome<Saved>> Handle(Command command, CancellationToken cancellationToken)
        {
            var loaded = await access.ToChange(command.ApplicationId, command.Version, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var application = loaded.Value;
            var form = FormChanges.Normalised(command.Form);
            var changed = FormChanges.Between(application.Form, form);
            if (changed.Count == 0)
            {
                audit.Silent = true;
                return new Saved(application.Version, application.UpdatedAt);
            }
            if (await fields.Closed(application, changed, cancellationToken) is { Count: > 0 } closed)
            {
                return new Refusal(RefusalKind.Conflict,
                    [.. closed.Select(field => Breach.OfShape(field, "本次退回没有开放修改这一项，请恢复原来的内容。"))]);
            }
            var now = clock.UtcNow();
            audit.Silent = command.IsAutosave && application.UpdatedById == me.Id && now - application.UpdatedAt < Sitting
                && application.Version > 1;
            audit.Detail = "修改：" + string.Join("、", changed.Select(AnnexPart.Label));
            application.Edit(form, me, now);
            return new Saved(application.Version, now);
        }
    }
}
