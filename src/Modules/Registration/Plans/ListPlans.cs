using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Plans;

/// <summary>规划: all that were published, for everybody in the bank (article 3).</summary>
internal static class ListPlans
{
    /// <param name="Kind">One kind only.</param>
    /// <param name="InForce">Only those in force today.</param>
    /// <param name="Search">Part of the title or of the institution's name.</param>
    /// <param name="Id">One plan only.</param>
    /// <param name="Sort">title, institution or effectiveFrom; a minus in front turns it round; anything else: by kind, the latest first.</param>
    [Permission(RegistrationPermissions.ReadPlans)]
    internal sealed record Query(PlanKind? Kind, bool InForce, string? Search, PageRequest Page, Guid? Id = null, string? Sort = null) : IQuery<ListPage<Item>>;

    /// <param name="IsInForce">Today, by Beijing time.</param>
    internal sealed record Item(
        Guid Id, PlanKind Kind, Guid InstitutionId, string InstitutionName, string Title, string DocumentNumber, string Summary,
        DateOnly EffectiveFrom, DateOnly? EffectiveTo, DateOnly? RepealedOn, bool IsInForce, string PublishedBy, int Version);

    public static IReadOnlyList<string> Sorts { get; } = ["title", "institution", "effectiveFrom"];

    internal sealed class Handler(GovDbContext db, TimeProvider clock) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            await Items(db.Set<Plan>(), query, clock.BeijingToday()).ToPage(query.Page, cancellationToken);
    }

    /// <summary>Filtered and sorted, before paging: the export sends the same.</summary>
    internal static IQueryable<Item> Items(IQueryable<Plan> plans, Query query, DateOnly today)
    {
        if (query.Kind is { } kind)
        {
            plans = plans.Where(p => p.Kind == kind);
        }
        if (query.Id is { } id)
        {
            plans = plans.Where(p => p.Id == id);
        }
        if (query.InForce)
        {
            plans = plans.InForce(today);
        }
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            plans = plans.Where(p => p.Title.Contains(search) || p.InstitutionName.Contains(search));
        }
        return Sorted(plans, query.Sort).ThenBy(p => p.Id)
            .Select(p => new Item(
                p.Id, p.Kind, p.InstitutionId, p.InstitutionName, p.Title, p.DocumentNumber, p.Summary,
                p.EffectiveFrom, p.EffectiveTo, p.RepealedOn,
                p.EffectiveFrom <= today && (p.EffectiveTo == null || p.EffectiveTo >= today) && (p.RepealedOn == null || p.RepealedOn > today),
                p.PublishedByName, p.Version));
    }

    private static IOrderedQueryable<Plan> Sorted(IQueryable<Plan> plans, string? sort) => sort switch
    {
        "title" => plans.OrderBy(p => p.Title),
        "-title" => plans.OrderByDescending(p => p.Title),
        "institution" => plans.OrderBy(p => p.InstitutionName),
        "-institution" => plans.OrderByDescending(p => p.InstitutionName),
        "effectiveFrom" => plans.OrderBy(p => p.EffectiveFrom),
        "-effectiveFrom" => plans.OrderByDescending(p => p.EffectiveFrom),
        _ => plans.OrderBy(p => p.Kind).ThenByDescending(p => p.EffectiveFrom),
    };
}
