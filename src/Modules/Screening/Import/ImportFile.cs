using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Import;

/// <summary>
/// 导入排查文件: takes a file of the branch's employees in, sealed, and puts it into the queue (R06-3). Refused at once when it is no
/// such table; rows are judged in the background.
/// </summary>
internal static class ImportFile
{
    /// <param name="Content">Read to its end, once; null when none was sent.</param>
    /// <param name="FileName">As the browser sent it; only shown.</param>
    [Permission(ScreeningPermissions.Import)]
    [AuditedAs("导入排查文件")]
    internal sealed record Command(Stream? Content, string? FileName) : ICommand<Imported>;

    internal sealed record Imported(Guid Id, string Number);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Content).NotNull().OverridePropertyName("upload").WithMessage("请选择要导入的文件。");
    }

    internal sealed class Handler(
        GovDbContext db, FileReception reception, Numbers numbers, WorkSignal signal, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Imported>
    {
        public async Task<Outcome<Imported>> Handle(Command command, CancellationToken cancellationToken)
        {
            var taken = await reception.Take(command.Content!, command.FileName ?? "", cancellationToken);
            if (taken.Refusal is { } refusal)
            {
                return refusal;
            }
            var received = taken.Value;
            var file = await db.Set<ScreeningFile>().SingleAsync(f => f.Id == received.Id, cancellationToken);
            file.Number = await numbers.Next("PC", clock.BeijingToday().Year, cancellationToken);
            (file.Format, file.Encoding, file.Length) = (received.Format, received.Encoding, received.Length);
            file.State = FileState.Queued;
            audit.SubjectId = file.Id;
            audit.Detail = $"{file.Number} {file.FileName}，{file.Length:N0} 字节，{file.BranchName}";
            db.SavedChanges += (_, _) => signal.Wake();
            return new Imported(file.Id, file.Number);
        }
    }
}
