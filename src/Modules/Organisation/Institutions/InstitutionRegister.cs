using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Organisation.Institutions;

internal sealed class InstitutionRegister(GovDbContext db) : IInstitutions
{
    public IQueryable<InstitutionName> Names => db.Set<Institution>().Select(i => new InstitutionName { Id = i.Id, Name = i.Name });

    public async Task<InstitutionInfo?> Find(Guid id, CancellationToken cancel) =>
        await Infos(db.Set<Institution>().Where(i => i.Id == id)).SingleOrDefaultAsync(cancel);

    public async Task<InstitutionInfo> HeadOffice(CancellationToken cancel) =>
        await Infos(db.Set<Institution>().Where(i => i.Level == InstitutionLevel.HeadOffice)).SingleAsync(cancel);

    public async Task<bool> IsEmpty(CancellationToken cancel) => !await db.Set<Institution>().AnyAsync(cancel);

    public async Task<IReadOnlyList<InstitutionInfo>> Branches(CancellationToken cancel) =>
        await Infos(db.Set<Institution>()
            .Where(i => i.Level == InstitutionLevel.Tier1Branch || i.Level == InstitutionLevel.Tier2Branch)
            .OrderBy(i => i.Code)).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<string, InstitutionInfo>> ByCode(CancellationToken cancel) =>
        await Infos(db.Set<Institution>()).ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancel);

    public static InstitutionInfo InfoOf(Institution i) =>
        new(i.Id, i.Code, i.Level, i.Name, i.PlaceName, i.PlaceNameUnsettled, i.ManagingBranchId, i.Tier1BranchId);

    private static IQueryable<InstitutionInfo> Infos(IQueryable<Institution> institutions) => institutions.Select(i =>
        new InstitutionInfo(i.Id, i.Code, i.Level, i.Name, i.PlaceName, i.PlaceNameUnsettled, i.ManagingBranchId, i.Tier1BranchId));
}
