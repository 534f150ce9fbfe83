using FluentValidation;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>上传节假日安排: keeps a file that can be read for the second step; the calendar stays as it is.</summary>
internal static class UploadCalendar
{
    public const int MostBytes = 4 << 20;

    [Permission(OrganisationPermissions.ManageCalendar)]
    [AuditedAs("上传节假日安排")]
    internal sealed record Command(string FileName, byte[] Content) : ICommand<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Content)
            .Must(c => c.Length > 0).WithMessage("请选择节假日安排文件（JSON 或 ICS）。")
            .Must(c => c.Length <= MostBytes).WithMessage($"文件不能超过 {MostBytes >> 20} MB。")
            .OverridePropertyName("upload");
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Guid>
    {
        public async Task<Outcome<Guid>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (UploadedText.Decode(command.Content, out var problem) is not { } text)
            {
                return Outcome.Shape("upload", problem);
            }
            if (CalendarYearFile.Parse(text) is { IsGood: false } file)
            {
                return new Refusal(RefusalKind.Shape, [.. file.Problems.Select(p => Breach.OfShape("upload", p))]);
            }
            var upload = await db.KeepForImport(ImportKind.CalendarYears, command.FileName, command.Content, me, clock, cancellationToken);
            audit.SubjectId = upload.Id;
            audit.Detail = "文件 " + upload.FileName;
            return upload.Id;
        }
    }
}
