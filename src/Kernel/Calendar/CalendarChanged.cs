using MediatR;

namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// Another calendar is about to come into force, in the same <c>SaveChanges</c> as what the listeners change. A feature with
/// open deadlines computes them anew by <paramref name="After"/>; a lapse that has happened is never undone by it (article 7).
/// <see cref="WorkCalendarSource.Current"/> still gives <paramref name="Before"/> while listeners run.
/// </summary>
/// <param name="Before">The calendar that was in force.</param>
/// <param name="After">The calendar that will be.</param>
public sealed record CalendarChanged(WorkCalendar Before, WorkCalendar After) : INotification;
