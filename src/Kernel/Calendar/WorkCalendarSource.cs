namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// The calendar in force, for everyone to take at the moment of use: an administrator may import another year at any time. One
/// computation takes <see cref="Current"/> once and stays with it. Safe to use from many threads.
/// </summary>
/// <param name="calendar">The calendar to begin with; null is the one that comes with the program.</param>
public sealed class WorkCalendarSource(WorkCalendar? calendar = null)
{
    private WorkCalendar _current = calendar ?? WorkCalendar.Shipped;

    /// <summary>The calendar in force.</summary>
    public WorkCalendar Current => Volatile.Read(ref _current);

    /// <summary>Puts another calendar in force from now on and gives back the one it replaces, to compare deadlines by.</summary>
    public WorkCalendar Replace(WorkCalendar next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return Interlocked.Exchange(ref _current, next);
    }
}
