using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>
/// 导入机构名录, the second step: all of the file in one <c>SaveChanges</c>, or nothing, with what listens to
/// <see cref="InstitutionsChanged"/>. Articles 6, 8 and 10.
/// </summary>
internal static class ImportRegister
{
    /// <param name="ImportId">The upload.</param>
    /// <param name="Seal">The seal of the report that the administrator read; refused when it would be another one now.</param>
    [Permission(OrganisationPermissions.ManageInstitutions)]
    [AuditedAs("导入机构名录")]
    internal sealed record Command(Guid ImportId, string Seal) : ICommand<RegisterReport>;

    internal sealed class Handler(GovDbContext db, BankOptions bank, GovSettings settings, IPublisher publisher, AuditDraft audit)
        : ICommandHandler<Command, RegisterReport>
    {
        private const int PeopleAtOnce = 500;

        public async Task<Outcome<RegisterReport>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.FindImport(ImportKind.InstitutionRegister, command.ImportId, cancellationToken) is not { } upload)
            {
                return Outcome.NotFound;
            }
            var existing = await db.Set<Institution>().ToListAsync(cancellationToken);
            var plan = RegisterPlan.Make(RegisterFile.Read(upload.Unpack()), existing, bank, settings);
            var report = plan.Report;
            audit.SubjectId = upload.Id;
            audit.Detail = $"文件 {upload.FileName}：新增 {report.New}，变更 {report.Changed.Count}，未变 {report.Unchanged}，提示 {report.Warnings.Count}，错误 {report.Errors.Count}";
            if (report.Errors.Count > 0)
            {
                return Outcome.WrongState($"文件有 {report.Errors.Count} 处错误，没有导入。请按清单改正后重新上传。");
            }
            if (report.Seal != command.Seal)
            {
                return Outcome.WrongState("检查之后名录有了变化，没有导入。请核对下面重新检查的结果，再确认导入。");
            }
            if (!report.MayApply)
            {
                return Outcome.WrongState("文件与现有名录一致，没有需要导入的内容。");
            }
            plan.Apply();
            db.AddRange(plan.Added);
            await EndSignIns(plan.Moved, cancellationToken);
            if (plan.Followed is { Count: > 0 } followed)
            {
                await publisher.Publish(new InstitutionsChanged(followed), cancellationToken);
            }
            db.Remove(upload);
            return report;
        }

        /// <summary>A sign-in carries its institution's name and level: where these changed it ends at the next check.</summary>
        private async Task EndSignIns(IEnumerable<Guid> institutions, CancellationToken cancel)
        {
            foreach (var some in institutions.Chunk(PeopleAtOnce))
            {
                foreach (var person in await db.Set<Person>().Where(p => some.Contains(p.InstitutionId)).ToListAsync(cancel))
                {
                    person.EndSignIns();
                }
            }
        }
    }
}
