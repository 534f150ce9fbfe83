using System.Buffers;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>One application with plan, files, comments, timeline and its line in the ledger.</summary>
internal sealed class LimitItem(LimitConnection connection)
{
    private static readonly WorkCalendar Calendar = new WorkCalendarSource().Current;

    private readonly SqliteCommand _application = connection.Prepare("""
        SELECT a.Id, a.Number, a.AccountForm, a.State, a.InstitutionId, a.InstitutionName, a.Level, a.Round, a.SubmittedOn, a.UpdatedAt,
          a.UpdatedByName, a.Version, a.OpenFields, p.Title, a.PlannedRegistrationDate, a.PlanId, a.Name, a.WeChatId, a.Introduction,
          a.ViVersion, a.Purposes, a.PurposeText, a.Justification, a.HostsTransactions, a.SubjectName, a.CreditCode, a.RegisteredAddress,
          a.OperatingAddress, a.SponsorName, a.SponsorPosition, a.SponsorPhone, a.ResponsibleName, a.ResponsiblePosition,
          a.ResponsiblePhone, a.AdministratorName, a.AdministratorEmployeeNumber, a.AdministratorMobile, a.BackupAdministratorName,
          a.BackupAdministratorEmployeeNumber, a.BackupAdministratorMobile, a.ContentReviewerFirst, a.ContentReviewerSecond,
          a.ContentReviewerFinal, a.EmergencyContactName, a.EmergencyContactPhone, a.PublishingFrequency, a.OperatingPartner,
          a.CollectsPersonalData, a.Undertaking, a.UndertakingVersion
        FROM RegistrationApplications a LEFT JOIN Plans p ON p.Id = a.PlanId WHERE a.Id = @id
        """, "@id");

    private readonly SqliteCommand _files = connection.Prepare(
        "SELECT Id, Slot, FileName, ContentType, Length FROM ApplicationFiles WHERE ApplicationId = @id ORDER BY Slot, Id", "@id");

    private readonly SqliteCommand _comments = connection.Prepare(
        "SELECT Round, Field, Text, \"By\" FROM ApplicationComments WHERE ApplicationId = @id ORDER BY Round, Id", "@id");

    private readonly SqliteCommand _timeline = connection.Prepare("""
        SELECT At, PersonName, InstitutionName, DepartmentName, Step, Opinion, Article FROM TimelineEntries
        WHERE SubjectId = @id ORDER BY At, Place
        """, "@id");

    private readonly SqliteCommand _account = connection.Prepare("""
        SELECT Id, ApprovedOn, VerificationDue, VerificationDueIsProvisional, OriginalId, AppId, VerifiedOn, VerifiedUntil
        FROM WeChatAccounts WHERE ApplicationId = @id
        """, "@id");

    public void Write(IBufferWriter<byte> target, string id)
    {
        var key = id.ToUpperInvariant();
        using var json = LimitJson.Writer(target);
        json.WriteStartObject();
        using (var row = _application.With(key).ExecuteReader())
        {
            row.Read();
            Head(json, row);
            Form(json, row);
            json.Text("planTitle"u8, row, 13);
            Files(json, key, id);
            json.WriteStartArray("openFields"u8);
            json.WriteEndArray();
            Comments(json, key);
            json.Text("submittedOn"u8, row, 8);
            var earliest = LeadTime.EarliestDay(BeijingTime.BeijingToday(TimeProvider.System), Calendar, LeadTimeReading.ThirdWorkingDay);
            json.WriteStartObject("earliestRegistrationDate"u8);
            json.WriteString("date"u8, earliest.Date.ToString("yyyy-MM-dd"));
            json.WriteBoolean("provisional"u8, earliest.Provisional);
            json.WriteEndObject();
            json.Time("updatedAt"u8, row, 9);
            json.Text("updatedBy"u8, row, 10);
            Timeline(json, key);
            Account(json, key, (ApplicationState)row.GetInt32(3));
            json.WriteBoolean("mayHandle"u8, false);
            json.WriteNumber("version"u8, row.GetInt32(11));
        }
        json.WriteEndObject();
    }

    private static void Head(Utf8JsonWriter json, SqliteDataReader row)
    {
        var level = (InstitutionLevel)row.GetInt32(6);
        json.Id("id"u8, row, 0);
        json.Text("number"u8, row, 1);
        json.WriteString("kind"u8, "新设");
        json.WriteString("accountForm"u8, LimitJson.Form(row.GetInt32(2)));
        json.WriteString("state"u8, LimitJson.State(row.GetInt32(3)));
        json.Id("institutionId"u8, row, 4);
        json.Text("institutionName"u8, row, 5);
        json.WriteString("level"u8, level.ToString());
        json.WriteString("department"u8, DepartmentKind.EBanking.Chinese(level));
        json.WriteNumber("round"u8, row.GetInt32(7));
    }

    private static void Form(Utf8JsonWriter json, SqliteDataReader row)
    {
        json.WriteStartObject("form"u8);
        json.Text("plannedRegistrationDate"u8, row, 14);
        json.Id("planId"u8, row, 15);
        json.Text("name"u8, row, 16);
        json.Text("weChatId"u8, row, 17);
        json.Text("introduction"u8, row, 18);
        json.Text("viVersion"u8, row, 19);
        json.WriteString("purposes"u8, ((Purposes)row.GetInt32(20)).ToString());
        json.Text("purposeText"u8, row, 21);
        json.Text("justification"u8, row, 22);
        json.Truth("hostsTransactions"u8, row, 23);
        json.Text("subjectName"u8, row, 24);
        json.Text("creditCode"u8, row, 25);
        json.Text("registeredAddress"u8, row, 26);
        json.Text("operatingAddress"u8, row, 27);
        Three(json, "sponsor"u8, row, 28, "name"u8, "position"u8, "phone"u8);
        Three(json, "responsible"u8, row, 31, "name"u8, "position"u8, "phone"u8);
        Three(json, "administrator"u8, row, 34, "name"u8, "employeeNumber"u8, "mobile"u8);
        Three(json, "backupAdministrator"u8, row, 37, "name"u8, "employeeNumber"u8, "mobile"u8);
        Three(json, "contentReviewers"u8, row, 40, "first"u8, "second"u8, "final"u8);
        json.WriteStartObject("emergencyContact"u8);
        json.Text("name"u8, row, 43);
        json.Text("phone"u8, row, 44);
        json.WriteEndObject();
        json.Text("publishingFrequency"u8, row, 45);
        json.Text("operatingPartner"u8, row, 46);
        json.Truth("collectsPersonalData"u8, row, 47);
        json.Truth("undertaking"u8, row, 48);
        json.Text("undertakingVersion"u8, row, 49);
        json.WriteEndObject();
    }

    private static void Three(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, SqliteDataReader row, int column, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        json.WriteStartObject(name);
        json.Text(first, row, column);
        json.Text(second, row, column + 1);
        json.Text(third, row, column + 2);
        json.WriteEndObject();
    }

    private void Files(Utf8JsonWriter json, string key, string id)
    {
        json.WriteStartArray("files"u8);
        using var row = _files.With(key).ExecuteReader();
        while (row.Read())
        {
            var file = row.GetString(0).ToLowerInvariant();
            json.WriteStartObject();
            json.WriteString("id"u8, file);
            json.WriteString("slot"u8, ((FileSlot)row.GetInt32(1)).Field());
            json.Text("fileName"u8, row, 2);
            json.Text("contentType"u8, row, 3);
            json.WriteNumber("length"u8, row.GetInt64(4));
            json.WriteString("href"u8, $"/registration/applications/{id}/files/{file}");
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Comments(Utf8JsonWriter json, string key)
    {
        json.WriteStartArray("comments"u8);
        using var row = _comments.With(key).ExecuteReader();
        while (row.Read())
        {
            json.WriteStartObject();
            json.WriteNumber("round"u8, row.GetInt32(0));
            json.Text("field"u8, row, 1);
            json.Text("text"u8, row, 2);
            json.Text("by"u8, row, 3);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Timeline(Utf8JsonWriter json, string key)
    {
        json.WriteStartArray("timeline"u8);
        using var row = _timeline.With(key).ExecuteReader();
        while (row.Read())
        {
            json.WriteStartObject();
            json.Time("at"u8, row, 0);
            json.Text("personName"u8, row, 1);
            json.Text("institutionName"u8, row, 2);
            json.Text("departmentName"u8, row, 3);
            json.Text("step"u8, row, 4);
            json.Text("opinion"u8, row, 5);
            json.WriteNumber("article"u8, row.GetInt32(6));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Account(Utf8JsonWriter json, string key, ApplicationState state)
    {
        using var row = state == ApplicationState.Approved ? _account.With(key).ExecuteReader() : null;
        if (row?.Read() != true)
        {
            json.WriteNull("account"u8);
            return;
        }
        json.WriteStartObject("account"u8);
        json.Id("id"u8, row, 0);
        json.Text("approvedOn"u8, row, 1);
        json.Text("verificationDue"u8, row, 2);
        json.Truth("verificationDueIsProvisional"u8, row, 3);
        json.Text("originalId"u8, row, 4);
        json.Text("appId"u8, row, 5);
        json.Text("verifiedOn"u8, row, 6);
        json.Text("verifiedUntil"u8, row, 7);
        json.WriteEndObject();
    }
}
