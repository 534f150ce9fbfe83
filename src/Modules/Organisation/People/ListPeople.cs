using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.People;

/// <summary>The people who sign in, filtered and paged, by employee number.</summary>
internal static class ListPeople
{
    /// <param name="Search">Part of the name, or the beginning of the employee number.</param>
    /// <param name="Institution">The institution's code.</param>
    /// <param name="Department">One department only.</param>
    /// <param name="Duty">One duty only.</param>
    /// <param name="Active">True for those who may sign in, false for the others; null for both.</param>
    /// <param name="Page">Which page.</param>
    [Permission(OrganisationPermissions.ReadPeople)]
    internal sealed record Query(
        string? Search, string? Institution, DepartmentKind? Department, Duties? Duty, bool? Active, PageRequest Page)
        : IQuery<ListPage<Item>>;

    /// <summary>One person.</summary>
    internal sealed record Item(
        Guid Id, string Number, string Name, Guid InstitutionId, string InstitutionName, InstitutionLevel Level,
        DepartmentKind Department, Duties Duties, bool IsActive);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            IQueryable<Person> people = db.Set<Person>();
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                var number = search.ToUpperInvariant();
                people = people.Where(p => p.Name.Contains(search) || p.NormalizedUserName!.StartsWith(number));
            }
            if (query.Institution?.Trim() is { Length: > 0 } institution)
            {
                people = people.Where(p => p.Institution!.Code == institution);
            }
            if (query.Department is { } department)
            {
                people = people.Where(p => p.Department == department);
            }
            if (query.Duty is { } duty and not Duties.None)
            {
                people = people.Where(p => (p.Duties & duty) != 0);
            }
            if (query.Active is { } active)
            {
                people = people.Where(p => p.IsActive == active);
            }
            return await people.OrderBy(p => p.NormalizedUserName)
                .Select(p => new Item(
                    p.Id, p.UserName!, p.Name, p.InstitutionId, p.Institution!.Name, p.Institution.Level, p.Department, p.Duties, p.IsActive))
                .ToPage(query.Page, cancellationToken);
        }
    }
}
