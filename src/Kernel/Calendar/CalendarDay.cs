namespace WeChatBankGov.Kernel.Calendar;

/// <summary>A Beijing day that the calendar computed.</summary>
/// <param name="Date">The day, always one that <see cref="WorkCalendar.Covers"/>.</param>
/// <param name="Provisional">
/// True when a day that was counted lies in a year without a published arrangement, or the computation ran past the years
/// covered: the date can still move, and whoever shows it says so (<see cref="DayFormat.Day(CalendarDay)"/>).
/// </param>
public readonly record struct CalendarDay(DateOnly Date, bool Provisional);
