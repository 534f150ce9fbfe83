using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>A year of the calendar in force, month by month, and where its arrangement is from.</summary>
internal static class ShowCalendar
{
    /// <param name="Year">Brought into 2018 to 2100; null for this year in Beijing.</param>
    [Permission(OrganisationPermissions.ReadCalendar)]
    internal sealed record Query(int? Year) : IQuery<Answer>;

    /// <param name="Year">The year shown.</param>
    /// <param name="Today">Today in Beijing.</param>
    /// <param name="Provisional">True while the year's arrangement is not known.</param>
    /// <param name="WorkingDays">How many days of the year are worked.</param>
    /// <param name="Months">All twelve.</param>
    /// <param name="Source">Who imported it and where it is from, in Chinese; null for what comes with the program.</param>
    internal sealed record Answer(
        int Year, DateOnly Today, bool Provisional, int WorkingDays, IReadOnlyList<Month> Months, string? Source);

    /// <summary>One month.</summary>
    /// <param name="Number">1 to 12.</param>
    /// <param name="Weeks">From Monday to Sunday; null where a week belongs to another month.</param>
    internal sealed record Month(int Number, IReadOnlyList<IReadOnlyList<Day?>> Weeks);

    /// <summary>One day.</summary>
    /// <param name="Date">The Beijing day.</param>
    /// <param name="Name">The holiday, 调休上班, 周末 or 工作日.</param>
    /// <param name="IsWorked">Whether it is worked.</param>
    internal sealed record Day(DateOnly Date, string Name, bool IsWorked)
    {
        /// <summary>A holiday or a make-up day: worth a word in the grid.</summary>
        public bool IsSpecial => IsWorked == ReadCalendarYear.IsWeekend(Date) || (!IsWorked && Name != "周末");
    }

    internal sealed class Handler(WorkCalendarSource source, GovDbContext db, TimeProvider clock) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var (calendar, today) = (source.Current, clock.BeijingToday());
            var year = Math.Clamp(query.Year ?? today.Year, CalendarYear.FirstYear, CalendarYear.LastYear);
            var imported = await db.Set<ImportedCalendarYear>().AsNoTracking().SingleOrDefaultAsync(y => y.Year == year, cancellationToken);
            var months = Enumerable.Range(1, 12).Select(month => MonthOf(calendar, year, month)).ToList();
            return new Answer(
                year, today, !calendar.IsPublished(year),
                months.SelectMany(m => m.Weeks).SelectMany(w => w).Count(d => d?.IsWorked == true), months,
                imported is null ? null : $"{imported.Source}（{imported.ImportedByName}于{DayFormat.DayAndTime(imported.ImportedAt)}导入）");
        }

        private static Month MonthOf(WorkCalendar calendar, int year, int month)
        {
            var first = new DateOnly(year, month, 1);
            var blanks = ((int)first.DayOfWeek + 6) % 7;
            var days = Enumerable.Repeat<Day?>(null, blanks)
                .Concat(Enumerable.Range(0, DateTime.DaysInMonth(year, month)).Select(i => first.AddDays(i))
                    .Select(day => new Day(day, calendar.Describe(day), calendar.IsWorkingDay(day))))
                .ToList();
            days.AddRange(Enumerable.Repeat<Day?>(null, (7 - days.Count % 7) % 7));
            return new(month, [.. days.Chunk(7)]);
        }
    }
}
