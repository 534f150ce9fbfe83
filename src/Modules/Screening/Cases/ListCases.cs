using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Screening.Cases;

/// <summary>整改列表: what the person may see, nearest deadline first, closed ones last.</summary>
internal static class ListCases
{
    /// <param name="Search">Part of the text, or the beginning of the number, the employee number or the institution's name.</param>
    /// <param name="State">One state only.</param>
    /// <param name="Overdue">Only what is past its deadline and not closed.</param>
    /// <param name="BranchId">One managing branch only.</param>
    /// <param name="Sort">number, institution, due, openedOn; a minus in front turns it round.</param>
    [Permission(ScreeningPermissions.ReadCases)]
    internal sealed record Query(string? Search, CaseState? State, bool Overdue, Guid? BranchId, string? Sort, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="Due">The last Beijing day; provisional when computed from a calendar not yet published.</param>
    /// <param name="WorkingDaysLeft">0 on the last day, below 0 afterwards; null when it is closed.</param>
    internal sealed record Item(
        Guid Id, string Number, string EmployeeNumber, string EmployeeName, string InstitutionName, string BranchName, string Text, string Terms,
        CaseState State, DateOnly OpenedOn, DateOnly Due, bool DueIsProvisional, int? WorkingDaysLeft, bool Escalated, DateOnly? ClosedOn, int Version);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, WorkCalendarSource calendar, TimeProvider clock) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.BeijingToday();
            var page = await Cases(db.Set<RectificationCase>().AsNoTracking().VisibleTo(me), query, today).ToPage(query.Page, cancellationToken);
            return new ListPage<Item>([.. page.Items.Select(c => new Item(
                c.Id, c.Number, c.EmployeeNumber, c.EmployeeName, c.InstitutionName, c.ManagingBranchName, c.Text, c.Terms, c.State, c.OpenedOn, c.Due,
                c.DueIsProvisional, c.State == CaseState.Closed ? null : calendar.Current.WorkingDaysBetween(today, c.Due), c.EscalatedAt is not null,
                c.ClosedOn, c.Version))], page.Page, page.PageSize, page.Total, page.TotalIsCapped);
        }
    }

    /// <summary>Filtered and sorted, before paging: the export sends the same.</summary>
    internal static IQueryable<RectificationCase> Cases(IQueryable<RectificationCase> cases, Query query, DateOnly today) =>
        Sorted(Filter(cases, query, today), query.Sort);

    private static IQueryable<RectificationCase> Filter(IQueryable<RectificationCase> cases, Query query, DateOnly today)
    {
        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            cases = cases.Where(c => c.Text.Contains(search) || c.Number.StartsWith(search) || c.EmployeeNumber.StartsWith(search)
                || c.InstitutionName.StartsWith(search));
        }
        cases = query.State is { } state ? cases.Where(c => c.State == state) : cases;
        cases = query.BranchId is { } branch ? cases.Where(c => c.ManagingBranchId == branch) : cases;
        return query.Overdue ? cases.Where(c => c.State != CaseState.Closed && c.Due < today) : cases;
    }

    public static IReadOnlyList<string> Sorts { get; } = ["number", "institution", "due", "openedOn"];

    private static IQueryable<RectificationCase> Sorted(IQueryable<RectificationCase> cases, string? sort) => sort switch
    {
        "number" => cases.OrderBy(c => c.Number),
        "-number" => cases.OrderByDescending(c => c.Number),
        "institution" => cases.OrderBy(c => c.InstitutionName).ThenBy(c => c.Number),
        "-institution" => cases.OrderByDescending(c => c.InstitutionName).ThenBy(c => c.Number),
        "due" => cases.OrderBy(c => c.Due).ThenBy(c => c.Number),
        "-due" => cases.OrderByDescending(c => c.Due).ThenBy(c => c.Number),
        "openedOn" => cases.OrderBy(c => c.OpenedOn).ThenBy(c => c.Number),
        "-openedOn" => cases.OrderByDescending(c => c.OpenedOn).ThenBy(c => c.Number),
        _ => cases.OrderBy(c => c.State == CaseState.Closed ? 1 : 0).ThenBy(c => c.Due).ThenBy(c => c.Number),
    };
}
