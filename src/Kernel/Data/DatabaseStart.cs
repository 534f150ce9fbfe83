using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WeChatBankGov.Kernel.Data;

/// <summary>Creates the database or brings it up to date before the host answers its first request.</summary>
public static class DatabaseStart
{
    public static async Task MigrateDatabase(this IHost host, CancellationToken cancel = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var options = services.GetRequiredService<DatabaseOptions>();
        var db = services.GetRequiredService<GovDbContext>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseStart));
        if (options.File is { } file && file != ":memory:")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            {
                await MoveAsideWhenOfAnotherHistory(db, file, log, cancel);
            }
            await ClearStaleMigrationLock(options.ConnectionString, file, cancel);
        }
        // Migrate compares the whole model with its snapshot first, which takes longer than the rest of the start.
        if ((await db.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            await db.Database.MigrateAsync(cancel);
        }
        if (options.IsSqlite)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancel);
        }
    }

    /// <summary>Until the first release the one initial migration is made anew; an older development database can't follow it.</summary>
    private static async Task MoveAsideWhenOfAnotherHistory(GovDbContext db, string file, ILogger log, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            return;
        }
        var applied = await db.Database.GetAppliedMigrationsAsync(cancel);
        if (applied.All(db.Database.GetMigrations().Contains))
        {
            return;
        }
        await db.Database.GetDbConnection().DisposeAsync();
        SqliteConnection.ClearAllPools();
        var aside = $"{file}.{File.GetLastWriteTimeUtc(file):yyyyMMddHHmmss}.old";
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            if (File.Exists(file + suffix))
            {
                File.Move(file + suffix, aside + suffix, overwrite: true);
            }
        }
        log.LogWarning("The database {File} has another migration history. It was moved to {Aside}; a new one is made.", file, aside);
    }

    /// <summary>
    /// A process killed while migrating leaves its lock row behind, and the next would wait for ever. It is cleared when
    /// nobody else has the file open, which an exclusive lock proves.
    /// </summary>
    private static async Task ClearStaleMigrationLock(string connectionString, string file, CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            return;
        }
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = "BEGIN EXCLUSIVE; DROP TABLE IF EXISTS __EFMigrationsLock; COMMIT;";
            await command.ExecuteNonQueryAsync(cancel);
        }
        catch (SqliteException)
        {
            // Somebody else is at work on it; their lock is not stale, and Migrate waits for it.
        }
    }
}
