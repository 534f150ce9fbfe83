namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// Lets one writer at a time through on SQLite, which has one write lock and answers "database is locked" to those who
/// wait too long or sleep while they wait: queued in the process they wait for each other only. On SQL Server it stands open.
/// On both it counts who went through, so that what was read before can be told from what is true now.
/// </summary>
public sealed class WriteGate(DatabaseOptions options) : IDisposable
{
    private readonly SemaphoreSlim? _one = options.IsSqlite ? new(1, 1) : null;

    private long _passages;

    /// <summary>How often something was written by this process.</summary>
    public long Passages => Interlocked.Read(ref _passages);

    public async ValueTask<Passage> Enter(CancellationToken cancel)
    {
        if (_one is not null)
        {
            await _one.WaitAsync(cancel);
        }
        return new(this);
    }

    public Passage Enter()
    {
        _one?.Wait();
        return new(this);
    }

    public void Dispose() => _one?.Dispose();

    /// <summary>Held while writing; leaving opens the gate for the next.</summary>
    public readonly struct Passage(WriteGate? gate) : IDisposable
    {
        public void Dispose() => gate?.Leave();
    }

    private void Leave()
    {
        Interlocked.Increment(ref _passages);
        _one?.Release();
    }
}
