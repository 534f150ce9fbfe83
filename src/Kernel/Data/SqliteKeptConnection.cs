using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace WeChatBankGov.Kernel.Data;

/// <summary>
/// A connection that stays open until it is disposed, which the pool of contexts does, and that keeps the statements
/// it has prepared: preparing one costs SQLite more than running it. When it is opened, it is told to wait for another process's
/// writer instead of failing, and to let the operating system flush at checkpoints, which with write-ahead logging loses
/// nothing but the last moments of a power cut, never consistency.
/// </summary>
internal sealed class SqliteKeptConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const string Pragmas = "PRAGMA busy_timeout = 10000; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;";

    /// <summary>More than one kind of request needs; statements with a text of their own must not pile up.</summary>
    internal const int MostStatements = 64;

    private readonly Dictionary<string, SqliteCommand> _statements = [];
    private bool _disposing;

    internal int Kept => _statements.Count;

    public override void Open()
    {
        if (State == ConnectionState.Open)
        {
            return;
        }
        base.Open();
        // A kept statement would be planned anew each time another number is bound to its LIMIT.
        raw.sqlite3_db_config(Handle, raw.SQLITE_DBCONFIG_ENABLE_QPSG, 1, out _);
        using var command = new SqliteCommand(Pragmas, this);
        command.ExecuteNonQuery();
    }

    public override void Close()
    {
        Transaction?.Dispose();
        if (_disposing)
        {
            ForgetAll();
            base.Close();
        }
    }

    public override SqliteCommand CreateCommand() => new Command(this) { CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override void Dispose(bool disposing)
    {
        _disposing = true;
        base.Dispose(disposing);
        _disposing = false;
    }

    /// <summary>Taken out while it runs: the same text can run twice at a time.</summary>
    private SqliteCommand Take(string text) => _statements.Remove(text, out var kept) ? kept : new SqliteCommand(text, this);

    private void Keep(SqliteCommand statement)
    {
        if (_statements.Count >= MostStatements)
        {
            ForgetAll();
        }
        if (State != ConnectionState.Open || !_statements.TryAdd(statement.CommandText, statement))
        {
            statement.Dispose();
        }
    }

    private void ForgetAll()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
        _statements.Clear();
    }

    /// <summary>Runs as a statement that its connection keeps, and gives that back when it is disposed.</summary>
    private sealed class Command : SqliteCommand
    {
        private readonly SqliteKeptConnection _connection;
        private SqliteCommand? _statement;
        private SqliteDataReader? _reader;

        public Command(SqliteKeptConnection connection)
        {
            _connection = connection;
            Connection = connection;
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            GiveBack();
            var statement = _connection.Take(CommandText);
            statement.CommandTimeout = CommandTimeout;
            statement.Transaction = Transaction;
            statement.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters)
            {
                statement.Parameters.Add(parameter);
            }
            try
            {
                _reader = statement.ExecuteReader(behavior);
                _statement = statement;
                return _reader;
            }
            catch
            {
                statement.Dispose();
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                GiveBack();
            }
            base.Dispose(disposing);
        }

        private void GiveBack()
        {
            var statement = _statement;
            _statement = null;
            if (statement is not null && _reader?.IsClosed == true)
            {
                statement.Parameters.Clear();
                _connection.Keep(statement);
            }
            else
            {
                statement?.Dispose();
            }
        }
    }
}
