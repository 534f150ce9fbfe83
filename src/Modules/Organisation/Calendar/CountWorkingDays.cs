using FluentValidation;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>The nth working day after a day that does not itself count (article 7: 提前至少3个工作日).</summary>
internal static class CountWorkingDays
{
    private const int Most = 1000;

    /// <param name="From">The Beijing day that counting starts after, as it was sent.</param>
    /// <param name="Days">0 to 1000, as it was sent; 0 asks for the day itself or the next working day.</param>
    [Permission(OrganisationPermissions.ReadCalendar)]
    internal sealed record Query(string? From, string? Days) : IQuery<Answer>;

    /// <summary>The day computed.</summary>
    /// <param name="From">The Beijing day asked about; it is not counted.</param>
    /// <param name="Days">How many working days were counted.</param>
    /// <param name="Date">The working day on which the last of them falls.</param>
    /// <param name="Provisional">True when a day that was counted lies in a year whose arrangement is not published yet.</param>
    internal sealed record Answer(DateOnly From, int Days, DateOnly Date, bool Provisional);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.From).MustBeADay("from");
            RuleFor(q => q.Days).Must(days => Read(days) is not null).WithMessage(q => string.IsNullOrEmpty(q.Days)
                ? "缺少参数 days：请给出工作日天数，例如 days=3。"
                : $"参数 days 的值“{DayParameter.Short(q.Days)}”无效，应为 0 到 {Most} 的整数。");
        }
    }

    internal sealed class Handler(WorkCalendarSource calendar) : IQueryHandler<Query, Answer>
    {
        public Task<Outcome<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (from, days) = (DayParameter.Read(request.From), Read(request.Days)!.Value);
            var found = calendar.Current.AddWorkingDays(from, days);
            return Task.FromResult<Outcome<Answer>>(new Answer(from, days, found.Date, found.Provisional));
        }
    }

    private static int? Read(string? days) =>
        int.TryParse(days, System.Globalization.NumberStyles.None, null, out var number) && number <= Most ? number : null;
}
