using Microsoft.Data.Sqlite;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>One connection with its statements, prepared once.</summary>
internal sealed class LimitConnection : IDisposable
{
    private readonly SqliteConnection _connection;

    public LimitConnection(string database)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        _connection.Open();
        Prepare("PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON").ExecuteNonQuery();
        (List, Item, Ledger, Submission) = (new(this), new(this), new(this), new(this));
    }

    public LimitList List { get; }

    public LimitItem Item { get; }

    public LimitLedger Ledger { get; }

    public LimitSubmission Submission { get; }

    public void Dispose() => _connection.Dispose();

    public SqliteCommand Prepare(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter, SqliteType.Text);
        }
        command.Prepare();
        return command;
    }

    /// <summary>An INSERT of all the columns named, each a parameter of its name.</summary>
    public SqliteCommand PrepareInsert(string table, params string[] columns) => Prepare(
        $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})",
        [.. columns.Select(c => "@" + c)]);
}

internal static class LimitCommands
{
    /// <summary>Sets the parameters in their order.</summary>
    public static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
        return command;
    }

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
