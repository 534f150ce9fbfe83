using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>A submission: reads what it needs, then writes in one transaction every row that the portal writes for it.</summary>
internal sealed class LimitSubmission(LimitConnection connection)
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly string Me = Guid.NewGuid().ToString().ToUpperInvariant();

    private readonly SqliteCommand _read = connection.Prepare("""
        SELECT Version, Name, InstitutionId, InstitutionName, ManagingBranchId, ViVersion FROM RegistrationApplications WHERE Id = @id
        """, "@id");

    private readonly SqliteCommand _files = connection.Prepare("SELECT Id, Slot, FileName FROM ApplicationFiles WHERE ApplicationId = @id", "@id");
    private readonly SqliteCommand _claimed = connection.Prepare("SELECT 1 FROM NameClaims WHERE Key = @key", "@key");
    private readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = connection.Prepare("COMMIT");

    private readonly SqliteCommand _number = connection.Prepare("""
        INSERT INTO NumberSeries (Series, LastNumber) VALUES (@series, 1)
        ON CONFLICT (Series) DO UPDATE SET LastNumber = LastNumber + 1 RETURNING LastNumber
        """, "@series");

    private readonly SqliteCommand _update = connection.Prepare("""
        UPDATE RegistrationApplications SET Number = @number, NumberKey = @number, Round = 1, State = 2, SubmittedAt = @at,
          SubmittedById = @me, SubmittedOn = @day, UpdatedAt = @at, Version = Version + 1 WHERE Id = @id AND Version = @version
        """, "@number", "@at", "@me", "@day", "@id", "@version");

    private readonly SqliteCommand _claim = connection.PrepareInsert("NameClaims", "Key", "ApplicationId", "Holder");

    private readonly SqliteCommand _timeline = connection.PrepareInsert(
        "TimelineEntries", "Id", "Article", "At", "DepartmentName", "InstitutionName", "Opinion", "PersonId", "PersonName", "Place", "Step", "SubjectId");

    private readonly SqliteCommand _review = connection.PrepareInsert("VisualIdentityReviews",
        "Id", "AssignedBy", "AssignedDepartment", "AssignedInstitutionId", "FinishedByDepartment", "FinishedByInstitution", "FinishedByName",
        "Form", "InstitutionId", "InstitutionName", "ManagingBranchId", "OpenSubjectId", "OpenedAt", "Opinion", "State", "SubjectId",
        "SubjectKind", "Title", "Version", "ViVersion");

    private readonly SqliteCommand _element = connection.PrepareInsert("ReviewedElements", "Element", "ReviewId", "Changed", "Reason", "Text");
    private readonly SqliteCommand _file = connection.PrepareInsert("ReviewedFiles", "Element", "Number", "ReviewId", "Href", "IsImage", "Name");
    private readonly SqliteCommand _contributor = connection.PrepareInsert("ReviewContributors", "PersonId", "ReviewId");

    private readonly SqliteCommand _workItem = connection.PrepareInsert("WorkItems",
        "Id", "AssignedDepartment", "AssignedDuty", "AssignedInstitutionId", "ClosedByName", "Href", "InitiatorId", "InstitutionId",
        "InstitutionName", "Kind", "OpenKey", "OpenedAt", "Result", "Step", "SubjectId", "SubjectKind", "Title");

    private readonly SqliteCommand _audit = connection.PrepareInsert("AuditEntries",
        "Id", "Action", "Address", "At", "Codes", "Detail", "InstitutionId", "InstitutionName", "PersonId", "PersonName", "Result", "SubjectId", "Title");

    public async Task Write(HttpContext http, string id)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var version = body.RootElement.GetProperty("version").GetInt32();
        await Gate.WaitAsync();
        string number;
        try
        {
            number = Submit(id.ToUpperInvariant(), version);
        }
        finally
        {
            Gate.Release();
        }
        using var json = LimitJson.Writer(http.Response.BodyWriter);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("number"u8, number);
        json.WriteString("state"u8, nameof(ApplicationState.InReview));
        json.WriteNumber("version"u8, version + 1);
        json.WriteEndObject();
    }

    private string Submit(string id, int version)
    {
        string name, institution, institutionName, branch, viVersion;
        using (var row = _read.With(id).ExecuteReader())
        {
            row.Read();
            (name, institution, institutionName, branch, viVersion) = (row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5));
        }
        List<(string Id, int Slot, string Name)> files = [];
        using (var row = _files.With(id).ExecuteReader())
        {
            while (row.Read())
            {
                files.Add((row.GetString(0), row.GetInt32(1), row.GetString(2)));
            }
        }
        var key = NameClaim.ForName(name);
        if (_claimed.With(key).ExecuteScalar() is not null)
        {
            throw new InvalidOperationException($"{name} is taken.");
        }
        var now = TimeProvider.System.UtcNow();
        var today = BeijingTime.BeijingDayOf(now);
        var (at, day, series) = ($"{now:yyyy-MM-dd HH:mm:ss.fff}", $"{today:yyyy-MM-dd}", $"ZC-{today.Year}");
        _begin.ExecuteNonQuery();
        var number = $"{series}-{(long)_number.With(series).ExecuteScalar()!:000000}";
        if (_update.With(number, at, Me, day, id, version).ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException("Stale.");
        }
        var title = $"{number} {name}";
        _claim.With(key, id, $"申请 {number}（{institutionName}）").ExecuteNonQuery();
        _timeline.With(NewId(), 7, at, "电子银行部/网络金融部", "总行", "", Me, "陈静", 0, "递交申请", id).ExecuteNonQuery();
        Review(id, files, at, title, name, institution, institutionName, branch, viVersion);
        _audit.With(NewId(), "SubmitApplication", "127.0.0.1", at, "", title, institution, institutionName, Me, "陈静", 0, id, "递交注册申请").ExecuteNonQuery();
        _commit.ExecuteNonQuery();
        return number;
    }

    private void Review(
        string id, List<(string Id, int Slot, string Name)> files, string at, string title, string name, string institution, string institutionName, string branch, string viVersion)
    {
        var review = NewId();
        _review.With(review, "R09-1", 2, institution, "", "", "", (int)AccountForm.ServiceAccount, institution, institutionName, branch, id, at, "", 1, id,
            ApplicationVisibility.SubjectKind, title, 1, viVersion).ExecuteNonQuery();
        for (var element = 1; element <= 3; element++)
        {
            _element.With(element, review, 1, "", element == 2 ? name : "").ExecuteNonQuery();
        }
        foreach (var (slot, element) in ((FileSlot, int)[])[(FileSlot.Avatar, 1), (FileSlot.ServicePageDesign, 3)])
        {
            var place = 0;
            foreach (var file in files.Where(f => f.Slot == (int)slot))
            {
                _file.With(element, ++place, review, $"/registration/applications/{id}/files/{file.Id}", 1, file.Name).ExecuteNonQuery();
            }
        }
        _contributor.With(Me, review).ExecuteNonQuery();
        _workItem.With(NewId(), 2, 2, institution, "", $"/reviews/{review}", Me, institution, institutionName, "review.visual-identity",
            $"review.visual-identity:{id}", at, "", "形象设计审核", id, ApplicationVisibility.SubjectKind, title).ExecuteNonQuery();
    }

    private static string NewId() => Guid.CreateVersion7().ToString().ToUpperInvariant();
}
