using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;

namespace WeChatBankGov.Kernel.Data;

/// <summary>Which database: <c>Database:Provider</c> (Sqlite or SqlServer) and <c>Database:ConnectionString</c>.</summary>
public sealed class DatabaseOptions
{
    private const string DefaultFile = "data/wechatbankgov.db";

    private DatabaseOptions(string provider, string connectionString)
    {
        Provider = provider;
        ConnectionString = connectionString;
    }

    /// <summary>Sqlite or SqlServer.</summary>
    public string Provider { get; }

    public string ConnectionString { get; }

    public bool IsSqlite => Provider == "Sqlite";

    /// <summary>The database file; null on SQL Server.</summary>
    public string? File => IsSqlite ? new SqliteConnectionStringBuilder(ConnectionString).DataSource : null;

    /// <summary>Reads the settings. Throws with a clear message when they contradict each other.</summary>
    /// <param name="configuration">The host's configuration.</param>
    /// <param name="contentRoot">The folder that a relative SQLite file is relative to.</param>
    public static DatabaseOptions From(IConfiguration configuration, string contentRoot)
    {
        var given = configuration["Database:ConnectionString"];
        return (configuration["Database:Provider"] ?? "Sqlite") switch
        {
            "Sqlite" => new("Sqlite", Sqlite(given ?? "Data Source=" + DefaultFile, contentRoot)),
            "SqlServer" => new("SqlServer", given
                ?? throw new InvalidOperationException("Database:ConnectionString is required with Database:Provider=SqlServer.")),
            var other => throw new InvalidOperationException($"Database:Provider is {other}; it can be Sqlite or SqlServer."),
        };
    }

    public void Configure(DbContextOptionsBuilder builder)
    {
        // Counting up to a limit needs no order.
        builder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        if (IsSqlite)
        {
            builder.UseSqlite(ConnectionString, sqlite => sqlite.MigrationsAssembly("WeChatBankGov.Sqlite"))
                .AddInterceptors(SqliteConnections.Instance);
        }
        else
        {
            builder.UseSqlServer(ConnectionString, server => server
                .MigrationsAssembly("WeChatBankGov.SqlServer")
                .EnableRetryOnFailure());
        }
    }

    private static string Sqlite(string connectionString, string contentRoot)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = 30 };
        if (builder.DataSource is not (":memory:" or "") && !Path.IsPathRooted(builder.DataSource))
        {
            builder.DataSource = Path.Combine(contentRoot, builder.DataSource);
        }
        return builder.ToString();
    }
}
