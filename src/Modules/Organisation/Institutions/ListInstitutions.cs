using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>The register of institutions (article 8), filtered and paged; everybody in the bank may look.</summary>
internal static class ListInstitutions
{
    /// <param name="Search">Part of the name, or the beginning of the code.</param>
    /// <param name="Level">One level only.</param>
    /// <param name="Parent">The code of the institution above.</param>
    /// <param name="Unsettled">Only those whose place name is to be settled (R06-2).</param>
    /// <param name="Sort">code, name, level or placeName, with a minus in front for the other way round; anything else is by code.</param>
    /// <param name="Page">Which page.</param>
    [Permission(OrganisationPermissions.ReadInstitutions)]
    internal sealed record Query(
        string? Search, InstitutionLevel? Level, string? Parent, bool Unsettled, string? Sort, PageRequest Page)
        : IQuery<ListPage<Item>>;

    /// <summary>One institution.</summary>
    internal sealed record Item(
        Guid Id, string Code, InstitutionLevel Level, string Name, string PlaceName, bool PlaceNameUnsettled,
        string? ParentCode, string? ParentName);

    public static IReadOnlyList<string> Sorts { get; } = ["code", "name", "level", "placeName"];

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            await Items(db.Set<Institution>(), query).ToPage(query.Page, cancellationToken);
    }

    /// <summary>Filtered and sorted, before paging: the export sends the same.</summary>
    internal static IQueryable<Item> Items(IQueryable<Institution> institutions, Query query)
    {
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            institutions = institutions.Where(i => i.Name.Contains(search) || i.Code.StartsWith(search));
        }
        if (query.Level is { } level)
        {
            institutions = institutions.Where(i => i.Level == level);
        }
        if (query.Parent is { Length: > 0 } parent)
        {
            institutions = institutions.Where(i => i.Parent!.Code == parent);
        }
        if (query.Unsettled)
        {
            institutions = institutions.Where(i => i.PlaceNameUnsettled);
        }
        return Sorted(institutions, query.Sort)
            .Select(i => new Item(
                i.Id, i.Code, i.Level, i.Name, i.PlaceName, i.PlaceNameUnsettled, i.Parent!.Code, i.Parent.Name));
    }

    /// <summary>The code is unique: with it last, no row stands on two pages.</summary>
    private static IQueryable<Institution> Sorted(IQueryable<Institution> institutions, string? sort) => sort switch
    {
        "-code" => institutions.OrderByDescending(i => i.Code),
        "name" => institutions.OrderBy(i => i.Name).ThenBy(i => i.Code),
        "-name" => institutions.OrderByDescending(i => i.Name).ThenBy(i => i.Code),
        "level" => institutions.OrderBy(i => i.Level).ThenBy(i => i.Code),
        "-level" => institutions.OrderByDescending(i => i.Level).ThenBy(i => i.Code),
        "placeName" => institutions.OrderBy(i => i.PlaceName).ThenBy(i => i.Code),
        "-placeName" => institutions.OrderByDescending(i => i.PlaceName).ThenBy(i => i.Code),
        _ => institutions.OrderBy(i => i.Code),
    };
}
