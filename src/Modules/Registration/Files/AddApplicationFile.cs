using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Edit;

namespace WeChatBankGov.Registration.Files;

/// <summary>上传申请文件. Judged by content; an avatar or plan replaces the one before, page designs add up to ten.</summary>
internal static class AddApplicationFile
{
    /// <param name="ApplicationId">The application.</param>
    /// <param name="Version">The version that the person saw.</param>
    /// <param name="Slot">What the file is.</param>
    /// <param name="Content">Its bytes, read to the business limit and no further.</param>
    /// <param name="FileName">As the browser sent it.</param>
    [Permission(RegistrationPermissions.Apply)]
    [AuditedAs("上传申请文件")]
    internal sealed record Command(Guid ApplicationId, int Version, FileSlot Slot, Stream Content, string FileName)
        : ICommand<Added>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    internal sealed record Added(Guid FileId, string FileName, string ContentType, long Length, int Version);

    internal sealed class Handler(
        GovDbContext db, ApplicantAccess access, FileIntake intake, GovSettings settings, FieldsOpen fields, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Added>
    {
        public async Task<Outcome<Added>> Handle(Command command, CancellationToken cancellationToken)
        {
            var loaded = await access.ToChange(command.ApplicationId, command.Version, cancellationToken);
            if (loaded.Refusal is { } refusal)
            {
                return refusal;
            }
            var (application, field) = (loaded.Value, command.Slot.Field());
            if (await fields.Closed(application, [field], cancellationToken) is { Count: > 0 })
            {
                return new Refusal(RefusalKind.Conflict, [Breach.OfShape(field, $"本次退回没有开放修改{command.Slot.Chinese()}。")]);
            }
            if (command.Slot.HoldsMany() && application.Files.Count(f => f.Slot == command.Slot) >= FileSlots.MostDesigns)
            {
                return Outcome.Shape(field, $"{command.Slot.Chinese()}最多 {FileSlots.MostDesigns} 个文件，请先删除不用的。");
            }
            var accepted = await intake.Accept(
                command.Content, command.FileName, ApplicationFileRules.Of(command.Slot, settings.Avatar), field, cancellationToken);
            if (accepted.Refusal is { } unfit)
            {
                return unfit;
            }
            var now = clock.UtcNow();
            var file = new ApplicationFile
            {
                ApplicationId = application.Id,
                Slot = command.Slot,
                FileName = accepted.Value.FileName,
                Sha256 = accepted.Value.Sha256,
                ContentType = accepted.Value.ContentType,
                Length = accepted.Value.Length,
                UploadedAt = now,
            };
            // Said to the database too: with restricted deletes nothing goes because its parent let go of it.
            db.RemoveRange(application.Files.Where(f => f.Slot == file.Slot && !file.Slot.HoldsMany()));
            application.Add(file, me, now);
            audit.Detail = $"{command.Slot.Chinese()}：{file.FileName}（{file.Length} 字节，SHA-256 {file.Sha256[..12]}…）";
            return new Added(file.Id, file.FileName, file.ContentType, file.Length, application.Version);
        }
    }
}
