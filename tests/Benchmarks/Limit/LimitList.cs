using System.Buffers;
using Microsoft.Data.Sqlite;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>The list of applications: a page of 20, latest first, of one state or of all, and how many there are up to 1,000.</summary>
internal sealed class LimitList(LimitConnection connection)
{
    private const string Columns =
        "Id, Number, AccountForm, Name, InstitutionId, InstitutionName, State, SubmittedOn, PlannedRegistrationDate, UpdatedAt, Version";

    private readonly SqliteCommand _all = connection.Prepare(
        $"SELECT {Columns} FROM RegistrationApplications ORDER BY UpdatedAt DESC, Id LIMIT 20 OFFSET @skip", "@skip");

    private readonly SqliteCommand _ofState = connection.Prepare(
        $"SELECT {Columns} FROM RegistrationApplications WHERE State = @state ORDER BY UpdatedAt DESC, Id LIMIT 20 OFFSET @skip", "@skip", "@state");

    private readonly SqliteCommand _countAll = connection.Prepare("SELECT COUNT(*) FROM (SELECT 1 FROM RegistrationApplications LIMIT 1001)");

    private readonly SqliteCommand _countOfState = connection.Prepare(
        "SELECT COUNT(*) FROM (SELECT 1 FROM RegistrationApplications WHERE State = @state LIMIT 1001)", "@state");

    public void Write(IBufferWriter<byte> target, string? state, int page)
    {
        using var json = LimitJson.Writer(target);
        object? stateNumber = state is null ? null : (int)Enum.Parse<ApplicationState>(state);
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        using (var row = (state is null ? _all.With((page - 1) * 20) : _ofState.With((page - 1) * 20, stateNumber)).ExecuteReader())
        {
            while (row.Read())
            {
                json.WriteStartObject();
                json.Id("id"u8, row, 0);
                json.Text("number"u8, row, 1);
                json.WriteString("accountForm"u8, LimitJson.Form(row.GetInt32(2)));
                json.Text("name"u8, row, 3);
                json.Id("institutionId"u8, row, 4);
                json.Text("institutionName"u8, row, 5);
                json.WriteString("state"u8, LimitJson.State(row.GetInt32(6)));
                json.Text("submittedOn"u8, row, 7);
                json.Text("plannedRegistrationDate"u8, row, 8);
                json.Time("updatedAt"u8, row, 9);
                json.WriteNumber("version"u8, row.GetInt32(10));
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        var total = (long)(state is null ? _countAll : _countOfState.With(stateNumber)).ExecuteScalar()!;
        json.WriteNumber("page"u8, page);
        json.WriteNumber("pageSize"u8, 20);
        json.WriteNumber("total"u8, Math.Min(total, 1000));
        json.WriteBoolean("totalIsCapped"u8, total > 1000);
        json.WriteEndObject();
    }
}
