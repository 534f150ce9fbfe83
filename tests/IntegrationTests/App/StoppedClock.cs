namespace WeChatBankGov.IntegrationTests.App;

/// <summary>
/// A clock that stands still until a test sets it. Its timers never fire, so that what runs in the background runs only when a
/// test runs it, and a leap of a month is not a million ticks.
/// </summary>
public sealed class StoppedClock(DateTimeOffset start) : TimeProvider
{
    private long _utcTicks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _utcTicks), TimeSpan.Zero);

    /// <summary>Sets the clock to a moment in Beijing.</summary>
    public void Set(DateTime beijing) =>
        Interlocked.Exchange(ref _utcTicks, new DateTimeOffset(beijing, TimeSpan.FromHours(8)).UtcTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new Silent();

    private sealed class Silent : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
