using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace WeChatBankGov.Kernel.Data;

/// <summary>Tells the database's errors apart, by number and never by message.</summary>
public static class DatabaseErrors
{
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;
    private const int SqlServerUniqueIndex = 2601;
    private const int SqlServerUniqueConstraint = 2627;

    /// <summary>A unique index or primary key says that somebody else was first.</summary>
    public static bool IsUniqueViolation(Exception exception) => exception.GetBaseException() switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is SqliteConstraintPrimaryKey or SqliteConstraintUnique,
        SqlException server => server.Number is SqlServerUniqueIndex or SqlServerUniqueConstraint,
        _ => false,
    };
}
