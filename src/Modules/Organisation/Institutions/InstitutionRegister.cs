using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Organisation.Institutions;

internal sealed class InstitutionRegister(GovDbContext db, InstitutionRegister.Statements statements) : IInstitutions
{
    public IQueryable<InstitutionName> Names => db.Set<Institution>().Select(i => new InstitutionName { Id = i.Id, Name = i.Name });

    public Task<InstitutionInfo?> Find(Guid id, CancellationToken cancel) => statements.Find(db, id, cancel);

    public Task<InstitutionInfo> HeadOffice(CancellationToken cancel) => statements.HeadOffice(db, cancel);

    public async Task<bool> IsEmpty(CancellationToken cancel) => !await db.Set<Institution>().AnyAsync(cancel);

    public async Task<IReadOnlyList<InstitutionInfo>> Branches(CancellationToken cancel) => await statements.Branches(db).ToListAsync(cancel);

    public async Task<IReadOnlyList<string>> BranchPlaces(CancellationToken cancel) => await statements.BranchPlaces(db).ToListAsync(cancel);

    public async Task<IReadOnlyDictionary<string, InstitutionInfo>> ByCode(CancellationToken cancel) =>
        await db.Set<Institution>().Select(ToInfo).ToDictionaryAsync(i => i.Code, StringComparer.Ordinal, cancel);

    public static InstitutionInfo InfoOf(Institution i) =>
        new(i.Id, i.Code, i.Level, i.Name, i.PlaceName, i.PlaceNameUnsettled, i.ManagingBranchId, i.Tier1BranchId);

    private static readonly Expression<Func<Institution, InstitutionInfo>> ToInfo = i =>
        new(i.Id, i.Code, i.Level, i.Name, i.PlaceName, i.PlaceNameUnsettled, i.ManagingBranchId, i.Tier1BranchId);

    /// <summary>What nearly every command asks, compiled once for each host: a compiled query knows the model that it was made for.</summary>
    internal sealed class Statements
    {
        public Func<GovDbContext, Guid, CancellationToken, Task<InstitutionInfo?>> Find { get; } =
            EF.CompileAsyncQuery((GovDbContext db, Guid id, CancellationToken _) => db.Set<Institution>().Where(i => i.Id == id).Select(ToInfo).SingleOrDefault());

        public Func<GovDbContext, CancellationToken, Task<InstitutionInfo>> HeadOffice { get; } =
            EF.CompileAsyncQuery((GovDbContext db, CancellationToken _) => db.Set<Institution>().Where(i => i.Level == InstitutionLevel.HeadOffice).Select(ToInfo).Single());

        public Func<GovDbContext, IAsyncEnumerable<InstitutionInfo>> Branches { get; } =
            EF.CompileAsyncQuery((GovDbContext db) => db.Set<Institution>()
                .Where(i => i.Level == InstitutionLevel.Tier1Branch || i.Level == InstitutionLevel.Tier2Branch).OrderBy(i => i.Code).Select(ToInfo));

        public Func<GovDbContext, IAsyncEnumerable<string>> BranchPlaces { get; } =
            EF.CompileAsyncQuery((GovDbContext db) => db.Set<Institution>()
                .Where(i => i.Level == InstitutionLevel.Tier1Branch || i.Level == InstitutionLevel.Tier2Branch).Select(i => i.PlaceName));
    }
}
