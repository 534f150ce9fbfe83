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

/// <summary>整改统计: by branch, and by month for a year.</summary>
internal static class CountCases
{
    private const int Months = 12;

    [Permission(ScreeningPermissions.ReadCases)]
    internal sealed record Query : IQuery<Figures>;

    /// <param name="ByMonth">Cases opened and closed in each of the last twelve months, oldest first.</param>
    /// <param name="ByBranch">Most overdue first.</param>
    internal sealed record Figures(IReadOnlyList<Month> ByMonth, IReadOnlyList<Branch> ByBranch);

    internal sealed record Month(int Year, int Number, int Opened, int Closed);

    internal sealed record Branch(Guid Id, string Name, int Open, int Overdue, int Closed);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock) : IQueryHandler<Query, Figures>
    {
        public async Task<Outcome<Figures>> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.BeijingToday();
            var cases = db.Set<RectificationCase>().VisibleTo(me);
            var branches = await cases.GroupBy(c => new { c.ManagingBranchId, c.ManagingBranchName }).Select(g => new
            {
                g.Key.ManagingBranchId,
                g.Key.ManagingBranchName,
                Open = g.Count(c => c.State != CaseState.Closed),
                Overdue = g.Count(c => c.State != CaseState.Closed && c.Due < today),
                Closed = g.Count(c => c.State == CaseState.Closed),
            }).ToListAsync(cancellationToken);
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
            var opened = await cases.Where(c => c.OpenedOn >= first).GroupBy(c => c.OpenedOn)
                .Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var closed = await cases.Where(c => c.ClosedOn >= first).GroupBy(c => c.ClosedOn)
                .Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            return new Figures(
                [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(m => new Month(m.Year, m.Month,
                    opened.Where(o => IsIn(o.Day, m)).Sum(o => o.Count), closed.Where(c => IsIn(c.Day!.Value, m)).Sum(c => c.Count)))],
                [.. branches.Select(b => new Branch(b.ManagingBranchId, b.ManagingBranchName, b.Open, b.Overdue, b.Closed))
                    .OrderByDescending(b => b.Overdue).ThenByDescending(b => b.Open).ThenBy(b => b.Name, StringComparer.Ordinal)]);
        }

        private static bool IsIn(DateOnly day, DateOnly month) => day.Year == month.Year && day.Month == month.Month;
    }
}
