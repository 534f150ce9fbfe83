using System.Net;
using Microsoft.Data.Sqlite;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Hosts;

/// <summary>What a host finds on the disk when it starts (SQLite: on a server nobody moves databases aside).</summary>
public sealed class DatabaseStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("wechatbankgov").FullName;

    private string File => Path.Combine(_folder, "gov.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task In_Development_a_database_with_another_history_is_moved_aside_with_all_it_holds()
    {
        if (TestDatabase.Provider != "Sqlite")
        {
            return;
        }
        Execute("""
            CREATE TABLE __EFMigrationsHistory (MigrationId TEXT PRIMARY KEY, ProductVersion TEXT NOT NULL);
            INSERT INTO __EFMigrationsHistory VALUES ('20200101000000_Other', '9.0.0');
            CREATE TABLE Kept (Text TEXT); INSERT INTO Kept VALUES ('不能丢');
            """);
        await Started("Development");
        var aside = Directory.GetFiles(_folder, "gov.db.*.old").ShouldHaveSingleItem(string.Join(' ', Directory.GetFiles(_folder)));
        Read(aside, "SELECT Text FROM Kept").ShouldBe("不能丢");
        Read(File, "SELECT COUNT(*) FROM WeChatAccounts").ShouldBe(3L);

        // Its own history from now on: nothing is moved any more.
        await Started("Development");
        Directory.GetFiles(_folder, "*.old").ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Elsewhere_it_is_left_where_it_is_and_the_host_does_not_start()
    {
        if (TestDatabase.Provider != "Sqlite")
        {
            return;
        }
        Execute("CREATE TABLE Institutions (Id TEXT)");
        await Should.ThrowAsync<SqliteException>(() => Started("Testing"));
        Directory.GetFiles(_folder, "*.old").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migration_lock_left_by_a_killed_process_is_cleared()
    {
        if (TestDatabase.Provider != "Sqlite")
        {
            return;
        }
        await Started("Testing");
        Execute("""
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-11-23 01:30:00');
            """);
        await Started("Testing").WaitAsync(TimeSpan.FromMinutes(1));
        Read(File, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'").ShouldBe(0L);
    }

    /// <summary>A host on the file, which answers, and its end.</summary>
    private async Task Started(string environment)
    {
        using var app = new GovApp { Environment = environment };
        app.Settings["Database:ConnectionString"] = $"Data Source={File}";
        try
        {
            await app.InitializeAsync();
            (await (await app.As("ZJ1001")).Get(Applications.Root)).Expect(HttpStatusCode.OK);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Read(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
