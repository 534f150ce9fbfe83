using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>What stands before and behind the rows of the portal's ledger page, as bytes.</summary>
internal sealed record LedgerFrame(byte[] Before, byte[] After)
{
    private const string RowsBegin = "<tbody>", RowsEnd = "</tbody>";

    public static async Task<LedgerFrame> Of(string pageFile)
    {
        var page = await File.ReadAllTextAsync(pageFile);
        var (begin, end) = (page.IndexOf(RowsBegin, StringComparison.Ordinal) + RowsBegin.Length, page.IndexOf(RowsEnd, StringComparison.Ordinal));
        return new(Encoding.UTF8.GetBytes(page[..begin]), Encoding.UTF8.GetBytes(page[end..]));
    }
}

/// <summary>The ledger as a page: 20 accounts by name, how many there are, and what waits for the person in inbox and notices.</summary>
internal sealed class LimitLedger(LimitConnection connection)
{
    private static readonly WorkCalendar Calendar = new WorkCalendarSource().Current;

    private readonly SqliteCommand _page = connection.Prepare("""
        SELECT Id, Name, Form, Stored, InstitutionName, ApprovedOn, VerificationDue, VerificationDueIsProvisional, LapseRecorded,
          VerifiedUntil, OriginalId
        FROM WeChatAccounts ORDER BY Name, Id LIMIT 20 OFFSET @skip
        """, "@skip");

    private readonly SqliteCommand _count = connection.Prepare("SELECT COUNT(*) FROM (SELECT 1 FROM WeChatAccounts LIMIT 1001)");

    private readonly SqliteCommand _waiting = connection.Prepare(
        "SELECT COUNT(*) FROM (SELECT 1 FROM WorkItems WHERE AssignedInstitutionId = @id AND AssignedDepartment = 1 AND ClosedAt IS NULL LIMIT 1000)", "@id");

    private readonly SqliteCommand _unread = connection.Prepare("""
        SELECT COUNT(*) FROM (SELECT 1 FROM Notices n WHERE (n.PersonId = @id OR n.InstitutionId = @id)
          AND NOT EXISTS (SELECT 1 FROM NoticeReads r WHERE r.PersonId = @id AND r.NoticeId = n.Id) LIMIT 100)
        """, "@id");

    public void Write(IBufferWriter<byte> target, LedgerFrame frame, int page)
    {
        var now = TimeProvider.System.UtcNow();
        var today = BeijingTime.BeijingDayOf(now);
        target.Write(frame.Before);
        var rows = new StringBuilder(16_384);
        using (var row = _page.With((page - 1) * 20).ExecuteReader())
        {
            while (row.Read())
            {
                Row(rows, row, today, now);
            }
        }
        Encoding.UTF8.GetBytes(rows.ToString(), target);
        _count.ExecuteScalar();
        _waiting.With("").ExecuteScalar();
        _unread.With("").ExecuteScalar();
        target.Write(frame.After);
    }

    private static void Row(StringBuilder html, SqliteDataReader row, DateOnly today, DateTime now)
    {
        var (due, until) = (Day(row, 6), Day(row, 9));
        var state = AccountStates.At((StoredState)row.GetInt32(3), due, until, row.GetInt32(8) != 0, now, lapseIsOn: true);
        var stops = state is AccountState.VerificationLapsed or AccountState.VerificationExpired;
        html.Append(stops ? "<tr class=\"is-overdue\">" : "<tr>");
        html.Append("<th scope=\"row\"><a href=\"/ledger/accounts/").Append(row.GetString(0).ToLowerInvariant()).Append("\">").Append(row.GetString(1)).Append("</a></th>");
        html.Append("<td data-label=\"形式\">").Append((AccountForm)row.GetInt32(2) == AccountForm.ServiceAccount ? "服务号" : "订阅号").Append("</td>");
        html.Append("<td data-label=\"状态\"><span class=\"state state-").Append(state.Tone()).Append("\">").Append(state.Chinese()).Append("</span></td>");
        html.Append("<td data-label=\"机构\">").Append(row.GetString(4)).Append("</td>");
        Cell(html, "批准日期", row.Text(5));
        if (due is { } last && state is AccountState.AwaitingVerification or AccountState.VerificationLapsed)
        {
            Deadline(html, last, Calendar.WorkingDaysBetween(today, last), row.GetInt32(7) != 0);
        }
        else
        {
            Cell(html, "认证期限", row.Text(6));
        }
        Cell(html, "认证有效期至", row.Text(9));
        html.Append("<td data-label=\"原始ID\" class=\"no-wrap").Append(row.IsDBNull(10) ? " phone-hide\">—" : "\">").Append(row.Text(10)).Append("</td></tr>");
    }

    private static void Cell(StringBuilder html, string label, string? day)
    {
        html.Append("<td data-label=\"").Append(label);
        _ = day is null
            ? html.Append("\" class=\"phone-hide\">—</td>")
            : html.Append("\"><time datetime=\"").Append(day).Append("\">").Append(day).Append("</time></td>");
    }

    private static void Deadline(StringBuilder html, DateOnly due, int left, bool provisional)
    {
        var (tone, words) = left switch
        {
            < 0 => ("stop", $"已逾期 {-left} 个工作日"),
            0 => ("stop", "今天到期"),
            <= 2 => ("warn", $"还剩 {left} 个工作日"),
            _ => ("quiet", $"还剩 {left} 个工作日"),
        };
        html.Append("<td data-label=\"认证期限\"><span class=\"deadline deadline-").Append(tone).Append("\"><b>").Append(words)
            .Append("</b> <time datetime=\"").Append(due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append("\">")
            .Append(DayFormat.Day(due).AsSpan(5)).Append("</time>").Append(provisional ? " <i>暂定，节假日安排尚未公布</i>" : "").Append("</span></td>");
    }

    private static DateOnly? Day(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateOnly.ParseExact(row.GetString(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
