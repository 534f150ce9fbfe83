using FluentValidation;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Calendar;

/// <summary>The last day of one month as the Civil Code counts it (article 7: 在一个月内完成微信账号的官方认证).</summary>
internal static class CountOneMonth
{
    /// <param name="From">The Beijing day of the approval, as it was sent; it is not counted.</param>
    [Permission(OrganisationPermissions.ReadCalendar)]
    internal sealed record Query(string? From) : IQuery<Answer>;

    /// <summary>The day computed.</summary>
    /// <param name="From">The Beijing day of the approval.</param>
    /// <param name="Date">The last day in time, until 24:00 Beijing time of it.</param>
    /// <param name="Provisional">True when the day can still move, because its year's arrangement is not published yet.</param>
    internal sealed record Answer(DateOnly From, DateOnly Date, bool Provisional);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.From).MustBeADay("from");
    }

    internal sealed class Handler(WorkCalendarSource calendar) : IQueryHandler<Query, Answer>
    {
        public Task<Outcome<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var from = DayParameter.Read(request.From);
            var last = StatutoryPeriod.OneMonthFrom(from, calendar.Current);
            return Task.FromResult<Outcome<Answer>>(new Answer(from, last.Date, last.Provisional));
        }
    }
}
