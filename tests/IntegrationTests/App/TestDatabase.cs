using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>
/// A database of its own for one application: a SQLite file, or a database on the server that
/// <c>WECHATBANKGOV_TEST_SQLSERVER</c> (a connection string) points to. Gone afterwards.
/// </summary>
internal sealed class TestDatabase : IDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("WECHATBANKGOV_TEST_SQLSERVER");

    private readonly string _name = "wechatbankgov_test_" + Guid.NewGuid().ToString("N");
    private bool _disposed;

    public static string Provider => Server is null ? "Sqlite" : "SqlServer";

    public string ConnectionString => Server is null
        ? new SqliteConnectionStringBuilder { DataSource = File }.ToString()
        : new SqlConnectionStringBuilder(Server) { InitialCatalog = _name }.ToString();

    private string File => Path.Combine(Path.GetTempPath(), _name + ".db");

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        if (Server is null)
        {
            SqliteConnection.ClearAllPools();
            foreach (var suffix in (string[])["", "-wal", "-shm", ".start"])
            {
                System.IO.File.Delete(File + suffix);
            }
            return;
        }
        SqlConnection.ClearAllPools();
        using var connection = new SqlConnection(Server);
        connection.Open();
        using var drop = connection.CreateCommand();
        // Never made when the host failed before it opened it; and a connection still open must not keep it.
        drop.CommandText = $"""
            IF DB_ID(N'{_name}') IS NOT NULL
            BEGIN
                ALTER DATABASE [{_name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE;
                DROP DATABASE [{_name}];
            END
            """;
        drop.ExecuteNonQuery();
    }
}
