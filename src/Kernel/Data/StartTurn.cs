using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.SqlClient;

namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// Hosts that start at once on one database prepare it one after the other: the second finds migrated and filled in what the first
/// has made. Held by the operating system or the server, which give the turn back when its holder is killed; so that whoever has
/// it and finds something half done knows that nobody is at it any more.
/// </summary>
public sealed class StartTurn : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IAsyncDisposable? _held;

    private StartTurn(IAsyncDisposable? held) => _held = held;

    /// <summary>Of a SQLite file: before it is migrated. On SQL Server nothing yet, where Migrate has a lock of its own.</summary>
    public static async Task<StartTurn> OfFile(DatabaseOptions options, CancellationToken cancel = default)
    {
        if (options.File is not { Length: > 0 } file || file == ":memory:")
        {
            return new(null);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(100, cancel))
        {
            try
            {
                // A file beside the database, which stays: one that came and went could be locked twice.
                return new(new FileStream(file + ".start", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (waited.Elapsed < Patience)
            {
                // Another host prepares the database.
            }
        }
    }

    /// <summary>Of a SQL Server database, which is there by now: after it is migrated.</summary>
    public static async Task<StartTurn> OfServer(DatabaseOptions options, CancellationToken cancel = default)
    {
        if (options.IsSqlite)
        {
            return new(null);
        }
        // Not pooled: the lock ends with the session.
        var connection = new SqlConnection(new SqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandTimeout = 0;
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"""
                DECLARE @got int;
                EXEC @got = sp_getapplock @Resource = N'wechatbankgov.start', @LockMode = N'Exclusive', @LockOwner = N'Session', @LockTimeout = {(int)Patience.TotalMilliseconds};
                IF @got < 0 THROW 50000, N'Another host has been preparing this database for too long.', 1;
                """);
            await command.ExecuteNonQueryAsync(cancel);
            return new(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _held?.DisposeAsync() ?? ValueTask.CompletedTask;
}
