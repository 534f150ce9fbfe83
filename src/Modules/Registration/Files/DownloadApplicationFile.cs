using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Files;

/// <summary>A file of an application, for whoever sees the application.</summary>
internal static class DownloadApplicationFile
{
    /// <param name="ApplicationId">The application.</param>
    /// <param name="FileId">The file.</param>
    /// <param name="AsAttachment">To be saved; else a picture shows in the page that the person reads.</param>
    [Permission(RegistrationPermissions.Read)]
    [AuditedAs("下载申请文件")]
    internal sealed record Command(Guid ApplicationId, Guid FileId, bool AsAttachment) : ICommand<FileDownload>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, FileDownload>
    {
        public async Task<Outcome<FileDownload>> Handle(Command command, CancellationToken cancellationToken)
        {
            var file = await db.Set<RegistrationApplication>().VisibleTo(me).Where(a => a.Id == command.ApplicationId)
                .SelectMany(a => a.Files).Where(f => f.Id == command.FileId)
                .Select(f => new { f.Sha256, f.FileName, f.ContentType }).SingleOrDefaultAsync(cancellationToken);
            if (file is null)
            {
                return Outcome.NotFound;
            }
            // A picture in the page that the person reads is reading; what is saved to a desktop is a download.
            audit.Silent = !command.AsAttachment && file.ContentType.StartsWith("image/", StringComparison.Ordinal);
            audit.Detail = file.FileName;
            return new FileDownload(file.Sha256, file.FileName, command.AsAttachment);
        }
    }
}
