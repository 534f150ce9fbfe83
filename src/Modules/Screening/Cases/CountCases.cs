using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Screening.Cases;

/// <summary>整改统计: by branch, and by month for a year; of the whole that a person may see, or of one branch.</summary>
internal static class CountCases
{
    private const int Months = 12;

    /// <param name="BranchId">One managing branch only.</param>
    [Permission(ScreeningPermissions.ReadCases)]
    internal sealed record Query(Guid? BranchId = null) : IQuery<Figures>;

    /// <param name="ByMonth">Cases opened and closed in each of the last twelve months, oldest first.</param>
    /// <param name="ByBranch">Most overdue first; a branch goes by the name that it has today.</param>
    internal sealed record Figures(IReadOnlyList<Month> ByMonth, IReadOnlyList<Branch> ByBranch);

    internal sealed record Month(int Year, int Number, int Opened, int Closed);

    internal sealed record Branch(Guid Id, string Name, int Open, int Overdue, int Closed);

    internal sealed class Handler(GovDbContext db, IInstitutions institutions, CurrentPerson me, TimeProvider clock) : IQueryHandler<Query, Figures>
    {
        public async Task<Outcome<Figures>> Handle(Query query, CancellationToken cancellationToken)
        {
            var today = clock.BeijingToday();
            var cases = db.Set<RectificationCase>().VisibleTo(me);
            cases = query.BranchId is { } one ? cases.Where(c => c.ManagingBranchId == one) : cases;
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
            var opened = await cases.Where(c => c.OpenedOn >= first).GroupBy(c => c.OpenedOn)
                .Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var closed = await cases.Where(c => c.ClosedOn >= first).GroupBy(c => c.ClosedOn)
                .Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            return new Figures(
                [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(m => new Month(m.Year, m.Month,
                    opened.Where(o => IsIn(o.Day, m)).Sum(o => o.Count), closed.Where(c => IsIn(c.Day!.Value, m)).Sum(c => c.Count)))],
                [.. (await ByBranch(cases, today, cancellationToken)).OrderByDescending(b => b.Overdue).ThenByDescending(b => b.Open)
                    .ThenBy(b => b.Name, StringComparer.Ordinal)]);
        }

        /// <summary>By the branch and not by its name, of which a case keeps the one that it was opened with.</summary>
        private async Task<IEnumerable<Branch>> ByBranch(IQueryable<RectificationCase> cases, DateOnly today, CancellationToken cancel)
        {
            var branches = await cases.GroupBy(c => c.ManagingBranchId).Select(g => new
            {
                Id = g.Key,
                AnyName = g.Max(c => c.ManagingBranchName)!,
                Open = g.Count(c => c.State != CaseState.Closed),
                Overdue = g.Count(c => c.State != CaseState.Closed && c.Due < today),
                Closed = g.Count(c => c.State == CaseState.Closed),
            }).ToListAsync(cancel);
            var names = (await institutions.Branches(cancel)).ToDictionary(b => b.Id, b => b.Name);
            return branches.Select(b => new Branch(b.Id, names.GetValueOrDefault(b.Id, b.AnyName), b.Open, b.Overdue, b.Closed));
        }

        private static bool IsIn(DateOnly day, DateOnly month) => day.Year == month.Year && day.Month == month.Month;
    }
}
