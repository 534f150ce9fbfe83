using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.People;

/// <summary>What the commands about people share.</summary>
internal static class PeopleQueries
{
    /// <summary>Two administrators at once: the second reads this.</summary>
    public static Refusal Stale { get; } =
        Outcome.WrongState("您打开之后，这名人员的信息已被修改。请核对最新内容后再办理。");

    /// <summary>The person with the institution, tracked; null when there is none.</summary>
    public static Task<Person?> FindPerson(this GovDbContext db, Guid id, CancellationToken cancel) =>
        db.Set<Person>().Include(p => p.Institution).SingleOrDefaultAsync(p => p.Id == id, cancel);

    public static Task<Institution?> FindInstitution(this GovDbContext db, string code, CancellationToken cancel) =>
        db.Set<Institution>().SingleOrDefaultAsync(i => i.Code == code, cancel);

    /// <summary>What all other active administrators are entrusted with, together.</summary>
    public static async Task<Duties> DutiesOfOthers(this GovDbContext db, Guid except, CancellationToken cancel)
    {
        var duties = await db.Set<Person>()
            .Where(p => p.Id != except && p.IsActive && p.Duties >= Duties.SystemAdministrator)
            .Select(p => p.Duties).Distinct().ToListAsync(cancel);
        return duties.Aggregate(Duties.None, (all, some) => all | some);
    }
}

/// <summary>People are seen by those who administer them or check on it.</summary>
internal sealed class PersonVisibility(GovDbContext db, CurrentPerson me) : IRecordVisibility
{
    public Type RecordType => typeof(Person);

    public async Task<bool> IsVisible(Guid id, CancellationToken cancel) =>
        OrganisationPermissions.SeesPeople(me) && await db.Set<Person>().AnyAsync(p => p.Id == id, cancel);
}
