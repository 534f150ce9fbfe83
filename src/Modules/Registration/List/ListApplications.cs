using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.List;

/// <summary>注册申请列表: what the person may see, filtered, sorted, paged.</summary>
internal static class ListApplications
{
    /// <param name="Search">Part of the name, or the beginning of the number or of the institution's name.</param>
    /// <param name="State">One state only.</param>
    /// <param name="AccountForm">One form only.</param>
    /// <param name="InstitutionId">One institution only.</param>
    /// <param name="SubmittedFrom">Submitted on this Beijing day or later.</param>
    /// <param name="SubmittedTo">Submitted on this Beijing day or earlier.</param>
    /// <param name="Sort">number, name, institution, state, submittedOn, plannedRegistrationDate or updatedAt; a minus in front turns it round.</param>
    [Permission(RegistrationPermissions.Read)]
    internal sealed record Query(
        string? Search, ApplicationState? State, AccountForm? AccountForm, Guid? InstitutionId,
        DateOnly? SubmittedFrom, DateOnly? SubmittedTo, string? Sort, PageRequest Page) : IQuery<ListPage<Item>>
    {
        /// <summary>What it chooses, when it asks for nothing else; null otherwise.</summary>
        internal Query? Choices => string.IsNullOrWhiteSpace(Search) && (InstitutionId, SubmittedFrom, SubmittedTo) is (null, null, null)
            ? this with { Search = null, Sort = Sorting.Known(Sort, Sorts), Page = default }
            : null;
    }

    /// <param name="UpdatedAt">UTC.</param>
    internal sealed record Item(
        Guid Id, string? Number, AccountForm AccountForm, string? Name, Guid InstitutionId, string InstitutionName,
        ApplicationState State, DateOnly? SubmittedOn, DateOnly? PlannedRegistrationDate, DateTime UpdatedAt, int Version);

    public static IReadOnlyList<string> Sorts { get; } =
        ["number", "name", "institution", "state", "submittedOn", "plannedRegistrationDate", "updatedAt"];

    /// <summary>All applications by their choices alone, as most of the head office looks at them.</summary>
    internal sealed class Pages() : CompiledPages<Query, RegistrationApplication, Item>(Items);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, Pages pages) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            (me.SeesAllInstitutions && query.Choices is { } choices ? await pages.Read(db, choices, query.Page, cancellationToken) : null)
                ?? await Items(db.Set<RegistrationApplication>().VisibleTo(me), query).ToPage(query.Page, cancellationToken);
    }

    /// <summary>Filtered and sorted, before paging: the export sends the same.</summary>
    internal static IQueryable<Item> Items(IQueryable<RegistrationApplication> applications, Query query) =>
        Sorted(Filter(applications, query), query.Sort).Select(a => new Item(
            a.Id, a.Number, a.AccountForm, a.Form.Name, a.InstitutionId, a.InstitutionName,
            a.State, a.SubmittedOn, a.Form.PlannedRegistrationDate, a.UpdatedAt, a.Version));

    private static IQueryable<RegistrationApplication> Filter(IQueryable<RegistrationApplication> applications, Query query)
    {
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            applications = applications.Where(a =>
                a.Form.Name!.Contains(search) || a.Number!.StartsWith(search) || a.InstitutionName.StartsWith(search));
        }
        if (query.State is { } state)
        {
            applications = applications.Where(a => a.State == state);
        }
        if (query.AccountForm is { } form)
        {
            applications = applications.Where(a => a.AccountForm == form);
        }
        if (query.InstitutionId is { } institution)
        {
            applications = applications.Where(a => a.InstitutionId == institution);
        }
        if (query.SubmittedFrom is { } from)
        {
            applications = applications.Where(a => a.SubmittedOn >= from);
        }
        if (query.SubmittedTo is { } to)
        {
            applications = applications.Where(a => a.SubmittedOn <= to);
        }
        return applications;
    }

    private static IQueryable<RegistrationApplication> Sorted(IQueryable<RegistrationApplication> applications, string? sort) => sort switch
    {
        "number" => applications.OrderBy(a => a.Number).ThenBy(a => a.Id),
        "-number" => applications.OrderByDescending(a => a.Number).ThenBy(a => a.Id),
        "name" => applications.OrderBy(a => a.Form.Name).ThenBy(a => a.Id),
        "-name" => applications.OrderByDescending(a => a.Form.Name).ThenBy(a => a.Id),
        "institution" => applications.OrderBy(a => a.InstitutionName).ThenBy(a => a.Id),
        "-institution" => applications.OrderByDescending(a => a.InstitutionName).ThenBy(a => a.Id),
        "state" => applications.OrderBy(a => a.State).ThenByDescending(a => a.UpdatedAt).ThenBy(a => a.Id),
        "-state" => applications.OrderByDescending(a => a.State).ThenByDescending(a => a.UpdatedAt).ThenBy(a => a.Id),
        "submittedOn" => applications.OrderBy(a => a.SubmittedOn).ThenBy(a => a.Id),
        "-submittedOn" => applications.OrderByDescending(a => a.SubmittedOn).ThenBy(a => a.Id),
        "plannedRegistrationDate" => applications.OrderBy(a => a.Form.PlannedRegistrationDate).ThenBy(a => a.Id),
        "-plannedRegistrationDate" => applications.OrderByDescending(a => a.Form.PlannedRegistrationDate).ThenBy(a => a.Id),
        "updatedAt" => applications.OrderBy(a => a.UpdatedAt).ThenBy(a => a.Id),
        _ => applications.OrderByDescending(a => a.UpdatedAt).ThenBy(a => a.Id),
    };
}
