namespace WeChatBankGov.Kernel.Calendar;

/// <summary>
/// Beijing time is UTC+8 all the year round. It is reckoned here without zone data, so that a server in any zone, or in a
/// container without zone files, shows and counts the same days.
/// </summary>
public static class BeijingTime
{
    /// <summary>What Beijing is ahead of UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    extension(TimeProvider clock)
    {
        /// <summary>The day that it is in Beijing now.</summary>
        public DateOnly BeijingToday() => BeijingDayOf(clock.GetUtcNow().UtcDateTime);

        /// <summary>Now, kind Utc, cut down to the millisecond because that is what every database gives back.</summary>
        public DateTime UtcNow()
        {
            var now = clock.GetUtcNow().UtcDateTime;
            return new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
        }
    }

    /// <summary>
    /// The Beijing wall clock at an instant, kind Unspecified. An instant of kind Unspecified is taken as UTC, one of kind
    /// Local is converted first; past the last representable hour the answer is <see cref="DateTime.MaxValue"/>.
    /// </summary>
    public static DateTime ToBeijing(DateTime utc)
    {
        var instant = utc.Kind == DateTimeKind.Local ? utc.ToUniversalTime() : utc;
        return instant > DateTime.MaxValue - Offset
            ? DateTime.MaxValue
            : DateTime.SpecifyKind(instant + Offset, DateTimeKind.Unspecified);
    }

    /// <summary>The instant, kind Utc, at which the Beijing wall clock shows this; the kind of the argument does not matter.</summary>
    public static DateTime ToUtc(DateTime beijing) => beijing < DateTime.MinValue + Offset
        ? DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc)
        : DateTime.SpecifyKind(beijing - Offset, DateTimeKind.Utc);

    /// <summary>The Beijing day that an instant lies in; kinds as in <see cref="ToBeijing"/>.</summary>
    public static DateOnly BeijingDayOf(DateTime utc) => DateOnly.FromDateTime(ToBeijing(utc));

    /// <summary>00:00 Beijing time of the day as an instant, kind Utc: the inclusive lower bound of the day.</summary>
    public static DateTime StartOfDayUtc(DateOnly day) => ToUtc(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>24:00 Beijing time of the day as an instant, kind Utc: the exclusive upper bound of the day.</summary>
    public static DateTime EndOfDayUtc(DateOnly day) => day.ToDateTime(new TimeOnly(24 - Offset.Hours, 0), DateTimeKind.Utc);
}
