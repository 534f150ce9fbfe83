using FluentValidation;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>A year of the calendar in force: the weekdays off and the weekend days worked (article 7).</summary>
internal static class ReadCalendarYear
{
    /// <param name="Year">As it was sent: 2018 to 2100.</param>
    [Permission(OrganisationPermissions.ReadCalendar)]
    internal sealed record Query(string? Year) : IQuery<Answer>;

    /// <summary>One year.</summary>
    /// <param name="Provisional">True while the State Council's arrangement of the year is not known.</param>
    /// <param name="WorkingDays">How many days of the year are worked.</param>
    /// <param name="DaysOff">Weekends apart, in order of date; weekend days that belong to a holiday are among them.</param>
    /// <param name="WorkedWeekendDays">调休上班, in order of date.</param>
    internal sealed record Answer(
        int Year, bool Provisional, int WorkingDays, IReadOnlyList<Day> DaysOff, IReadOnlyList<Day> WorkedWeekendDays);

    /// <summary>A Beijing day and what it is called.</summary>
    internal sealed record Day(DateOnly Date, string Name);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Year).Must(year => Read(year) is not null).WithMessage(q =>
            $"参数 year 的值“{DayParameter.Short(q.Year ?? "")}”无效，应为 {CalendarYear.FirstYear} 到 {CalendarYear.LastYear} 的年份。");
    }

    internal sealed class Handler(WorkCalendarSource source) : IQueryHandler<Query, Answer>
    {
        public Task<Outcome<Answer>> Handle(Query request, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<Answer>>(Of(source.Current, Read(request.Year)!.Value));
    }

    internal static Answer Of(WorkCalendar calendar, int year)
    {
        List<Day> off = [], worked = [];
        var workingDays = 0;
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            var (isWorked, name) = (calendar.IsWorkingDay(day), calendar.Describe(day));
            workingDays += isWorked ? 1 : 0;
            if (isWorked ? IsWeekend(day) : name != "周末")
            {
                (isWorked ? worked : off).Add(new(day, name));
            }
        }
        return new(year, !calendar.IsPublished(year), workingDays, off, worked);
    }

    internal static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static int? Read(string? text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out var year)
        && year is >= CalendarYear.FirstYear and <= CalendarYear.LastYear ? year : null;
}
