using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// A SQLite connection stays open until its context is done, not only for one statement: each time it is opened, Entity
/// Framework registers a dozen functions with it, which costs more than a small query. When it is opened, it is told to wait
/// for another process's writer instead of failing, and to let the operating system flush at checkpoints, which with
/// write-ahead logging loses nothing but the last moments of a power cut, never consistency.
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    public static SqliteConnections Instance { get; } = new();

    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite runs in this process and does nothing asynchronously.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => new(InterceptionResult.Suppress());
}
