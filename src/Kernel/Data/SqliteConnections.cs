using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// Gives Entity Framework a <see cref="SqliteKeptConnection"/> wherever it makes a connection that may write. Its own functions
/// for decimals and regular expressions are not registered with it: nothing in this schema needs them, and a statement that
/// did would say so.
/// </summary>
internal sealed class SqliteConnections : DbConnectionInterceptor
{
    private const int StatementJournalSpill = 26;   // SQLITE_CONFIG_STMTJRNL_SPILL, in bytes

    /// <summary>
    /// SQLite would count every allocation under one lock of the whole process, which two threads fight over; nobody reads
    /// that count. And what it needs to undo one statement, it would put into a file for each command that writes more than
    /// 64 kB. Can be said only before the first connection of the process, so a second host's wish changes nothing.
    /// </summary>
    static SqliteConnections()
    {
        Batteries_V2.Init();
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
        raw.sqlite3_config(StatementJournalSpill, 1 << 20);
    }

    public static SqliteConnections Instance { get; } = new();

    public override DbConnection ConnectionCreated(ConnectionCreatedEventData eventData, DbConnection result)
    {
        if (new SqliteConnectionStringBuilder(result.ConnectionString).Mode == SqliteOpenMode.ReadOnly)
        {
            return result;
        }
        var kept = new SqliteKeptConnection(result.ConnectionString);
        result.Dispose();
        return kept;
    }
}
