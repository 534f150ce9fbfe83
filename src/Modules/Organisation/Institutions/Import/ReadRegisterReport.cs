using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Imports;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>What importing an uploaded register would do, computed on the register as it is now.</summary>
internal static class ReadRegisterReport
{
    [Permission(OrganisationPermissions.ManageInstitutions)]
    internal sealed record Query(Guid ImportId) : IQuery<Answer>;

    internal sealed record Answer(string FileName, string UploadedBy, DateTime UploadedAt, RegisterReport Report);

    internal sealed class Handler(GovDbContext db, BankOptions bank, GovSettings settings) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.FindImport(ImportKind.InstitutionRegister, query.ImportId, cancellationToken) is not { } upload)
            {
                return Outcome.NotFound;
            }
            var existing = await db.Set<Institution>().AsNoTracking().ToListAsync(cancellationToken);
            var plan = RegisterPlan.Make(RegisterFile.Read(upload.Unpack()), existing, bank, settings);
            return new Answer(upload.FileName, upload.UploadedByName, upload.UploadedAt, plan.Report);
        }
    }
}
