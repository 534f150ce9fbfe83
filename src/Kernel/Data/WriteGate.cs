namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// Lets one writer at a time through on SQLite, which has one write lock and answers "database is locked" to those who
/// wait too long or sleep while they wait: queued in the process they wait for each other only. On SQL Server it stands open.
/// </summary>
public sealed class WriteGate(DatabaseOptions options) : IDisposable
{
    private readonly SemaphoreSlim? _one = options.IsSqlite ? new(1, 1) : null;

    public async ValueTask<Passage> Enter(CancellationToken cancel)
    {
        if (_one is not null)
        {
            await _one.WaitAsync(cancel);
        }
        return new(_one);
    }

    public Passage Enter()
    {
        _one?.Wait();
        return new(_one);
    }

    public void Dispose() => _one?.Dispose();

    /// <summary>Held while writing; leaving opens the gate for the next.</summary>
    public readonly struct Passage(SemaphoreSlim? one) : IDisposable
    {
        public void Dispose() => one?.Release();
    }
}
