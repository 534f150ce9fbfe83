using FluentValidation;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>上传机构名录: keeps the file for the second step and changes nothing of the register.</summary>
internal static class CheckRegister
{
    /// <summary>30,000 rows of the widest cells in GB18030 stay below it.</summary>
    public const int MostBytes = 16 << 20;

    [Permission(OrganisationPermissions.ManageInstitutions)]
    [AuditedAs("上传机构名录")]
    internal sealed record Command(string FileName, byte[] Content) : ICommand<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Content)
            .Must(c => c.Length > 0).WithMessage("请选择要上传的名录文件。")
            .Must(c => c.Length <= MostBytes).WithMessage($"文件不能超过 {MostBytes >> 20} MB。")
            .OverridePropertyName("upload");
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Guid>
    {
        public async Task<Outcome<Guid>> Handle(Command command, CancellationToken cancellationToken)
        {
            var upload = await db.KeepForImport(ImportKind.InstitutionRegister, command.FileName, command.Content, me, clock, cancellationToken);
            audit.SubjectId = upload.Id;
            audit.Detail = $"文件 {upload.FileName}，{command.Content.Length:N0} 字节";
            return upload.Id;
        }
    }
}
