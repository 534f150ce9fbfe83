using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Edit;

namespace WeChatBankGov.Registration.Files;

/// <summary>删除申请文件.</summary>
internal static class RemoveApplicationFile
{
    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("删除申请文件")]
    internal sealed record Command(Guid ApplicationId, int Version, Guid FileId) : ICommand<int>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    internal sealed class Handler(GovDbContext db, ApplicantAccess access, FieldsOpen fields, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var loaded = await access.ToChange(command.ApplicationId, command.Version, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var application = loaded.Value;
            if (application.Files.SingleOrDefault(f => f.Id == command.FileId) is not { } file)
            {
                return Outcome.NotFound;
            }
            if (await fields.Closed(application, [file.Slot.Field()], cancellationToken) is { Count: > 0 })
            {
                return new Refusal(RefusalKind.Conflict,
                    [Breach.OfShape(file.Slot.Field(), $"本次退回没有开放修改{file.Slot.Chinese()}。")]);
            }
            db.Remove(file);
            application.Remove(file, me, clock.UtcNow());
            audit.Detail = $"{file.Slot.Chinese()}：{file.FileName}";
            return application.Version;
        }
    }
}
