using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.UnitTests.Data;

/// <summary>What keeping connections and statements must not change: every execution has its own parameters, rows and transaction.</summary>
public sealed class SqliteKeptConnectionTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"kept-{Guid.NewGuid():N}.db");
    private readonly SqliteKeptConnection _connection;

    public SqliteKeptConnectionTests()
    {
        _connection = new SqliteKeptConnection(new SqliteConnectionStringBuilder { DataSource = _file, Pooling = false }.ToString());
        _connection.Open();
        Execute("CREATE TABLE T (Id INTEGER PRIMARY KEY, Text TEXT NOT NULL UNIQUE)");
        Execute("INSERT INTO T (Text) VALUES ('甲'), ('乙'), ('丙')");
    }

    public void Dispose()
    {
        _connection.Dispose();
        File.Delete(_file);
    }

    [Fact]
    public void A_text_runs_again_with_other_parameters()
    {
        Find(1).ShouldBe("甲");
        Find(3).ShouldBe("丙");
        Find(9).ShouldBeNull();
        Find(2).ShouldBe("乙");
    }

    [Fact]
    public void A_text_runs_twice_at_a_time()
    {
        Read("SELECT Text FROM T ORDER BY Id").ShouldBe(["甲"]);
        using var outer = Command("SELECT Text FROM T ORDER BY Id");
        using var rows = outer.ExecuteReader();
        rows.Read().ShouldBeTrue();
        using (var inner = Command("SELECT Text FROM T ORDER BY Id"))
        using (var others = inner.ExecuteReader())
        {
            others.Read().ShouldBeTrue();
            others.GetString(0).ShouldBe("甲");
        }
        rows.Read().ShouldBeTrue();
        rows.GetString(0).ShouldBe("乙");
    }

    [Fact]
    public void A_refused_statement_runs_again_when_nothing_is_in_its_way()
    {
        Should.Throw<SqliteException>(() => Execute("INSERT INTO T (Text) VALUES ('丁'), ('甲')"));
        Execute("DELETE FROM T");
        Execute("INSERT INTO T (Text) VALUES ('丁'), ('甲')");
        Find(2).ShouldBe("甲");
    }

    [Fact]
    public void A_reader_that_is_left_halfway_holds_no_old_rows()
    {
        using (var command = Command("SELECT Text FROM T ORDER BY Id"))
        using (var rows = command.ExecuteReader())
        {
            rows.Read().ShouldBeTrue();
        }
        using var other = new SqliteConnection(_connection.ConnectionString);
        other.Open();
        using var insert = new SqliteCommand("INSERT INTO T (Id, Text) VALUES (0, '零')", other);
        insert.ExecuteNonQuery();
        using var again = Command("SELECT Text FROM T ORDER BY Id");
        again.ExecuteScalar().ShouldBe("零");
    }

    [Fact]
    public void A_changed_table_is_read_as_it_is_now()
    {
        Read("SELECT * FROM T WHERE Id = 1").ShouldBe(["1", "甲"]);
        Execute("ALTER TABLE T ADD COLUMN More TEXT NOT NULL DEFAULT '新'");
        Read("SELECT * FROM T WHERE Id = 1").ShouldBe(["1", "甲", "新"]);
    }

    [Fact]
    public void Closing_rolls_back_and_stays_open_disposing_closes()
    {
        _connection.BeginTransaction();
        Execute("DELETE FROM T");
        _connection.Close();
        _connection.State.ShouldBe(ConnectionState.Open);
        Find(1).ShouldBe("甲");

        _connection.Dispose();
        _connection.State.ShouldBe(ConnectionState.Closed);
        _connection.Open();
        Find(1).ShouldBe("甲");
    }

    [Fact]
    public void Texts_of_their_own_do_not_pile_up()
    {
        for (var i = 0; i < 1000; i++)
        {
            Read($"SELECT {i}").ShouldBe([$"{i}"]);
        }
        _connection.Kept.ShouldBeLessThanOrEqualTo(SqliteKeptConnection.MostStatements);
        Find(1).ShouldBe("甲");
    }

    [Fact]
    public void A_text_is_planned_once_whatever_is_bound_to_it()
    {
        const int TimesPlannedAnew = 5;   // SQLITE_STMTSTATUS_REPREPARE
        for (var most = 1; most <= 3; most++)
        {
            using var command = Command("SELECT Text FROM T ORDER BY Id LIMIT @most OFFSET @skip");
            command.Parameters.AddWithValue("@most", most);
            command.Parameters.AddWithValue("@skip", 3 - most);
            using var rows = command.ExecuteReader();
            var read = 0;
            while (rows.Read()) read++;
            read.ShouldBe(most);
            raw.sqlite3_stmt_status(rows.Handle!, TimesPlannedAnew, 0).ShouldBe(0);
        }
    }

    private string? Find(int id)
    {
        using var command = Command("SELECT Text FROM T WHERE Id = @id");
        command.Parameters.AddWithValue("@id", id);
        return (string?)command.ExecuteScalar();
    }

    private List<string> Read(string text)
    {
        using var command = Command(text);
        using var row = command.ExecuteReader();
        row.Read().ShouldBeTrue();
        return [.. Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i).ToString()!)];
    }

    private void Execute(string text)
    {
        using var command = Command(text);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
