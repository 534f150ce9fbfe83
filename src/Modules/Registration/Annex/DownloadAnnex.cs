using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Annex;

/// <summary>下载申请表: annex 1 as a document, for whoever sees the application. It leaves the portal, and is audited as a download.</summary>
internal static class DownloadAnnex
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Permission(RegistrationPermissions.Read)]
    [AuditedAs("下载申请表")]
    internal sealed record Command(Guid ApplicationId) : ICommand<Document>, IConcerns<RegistrationApplication>
    {
        Guid IConcerns.RecordId => ApplicationId;
    }

    internal sealed record Document(string FileName, byte[] Content);

    internal sealed class Handler(ISender sender, GovDbContext db, FileStore files, BankOptions bank, CurrentPerson me, AuditDraft audit)
        : ICommandHandler<Command, Document>
    {
        public async Task<Outcome<Document>> Handle(Command command, CancellationToken cancellationToken)
        {
            var read = await sender.Send(new ReadApplication.Query(command.ApplicationId), cancellationToken);
            if (read.Refusal is { } refusal)
            {
                return refusal;
            }
            var detail = read.Value;
            var evidence = await db.Set<WeChatAccount>().VisibleTo(me).Where(a => a.ApplicationId == detail.Id)
                .Select(a => a.EvidenceFileName).SingleOrDefaultAsync(cancellationToken);
            var content = AnnexDocument.Write(bank.FullName, detail, evidence, await Avatar(detail, cancellationToken));
            var name = $"{detail.Number ?? "未编号"}微信银行注册申请表.docx";
            audit.Detail = name;
            return new Document(name, content);
        }

        private async Task<AnnexPicture?> Avatar(ReadApplication.Detail detail, CancellationToken cancel)
        {
            if (detail.Files.FirstOrDefault(f => f.Slot == FileSlot.Avatar.Field()) is not { } avatar)
            {
                return null;
            }
            var sha256 = await db.Set<ApplicationFile>().Where(f => f.Id == avatar.Id).Select(f => f.Sha256).SingleAsync(cancel);
            await using var stored = await files.OpenRead(sha256, cancel);
            if (stored is null)
            {
                return null;
            }
            var bytes = new MemoryStream();
            await stored.CopyToAsync(bytes, cancel);
            return new(bytes.ToArray(), avatar.ContentType);
        }
    }
}
