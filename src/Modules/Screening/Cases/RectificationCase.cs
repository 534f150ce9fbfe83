using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Findings;

namespace WeChatBankGov.Screening.Cases;

internal enum CaseState
{
    /// <summary>待整改</summary>
    Open = 1,

    /// <summary>待复核: evidence is filed and waits for a second person.</summary>
    Submitted = 2,

    /// <summary>已整改</summary>
    Closed = 3,
}

/// <summary>整改: what follows from a confirmed finding (R06-4). Changes of state refuse loudly.</summary>
internal sealed class RectificationCase : IVersioned
{
    private RectificationCase()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>ZG-2026-000001</summary>
    public string Number { get; private set; } = "";

    public Guid FindingId { get; private set; }

    /// <summary>
    /// The finding's match key while it is open, so that the same finding of a later file opens no second case; its own id afterwards.
    /// Never null: a unique index over nulls means something else on each server.
    /// </summary>
    public string OpenKey { get; private set; } = "";

    public string EmployeeNumber { get; private set; } = "";

    public string EmployeeName { get; private set; } = "";

    public Guid InstitutionId { get; private set; }

    public string InstitutionName { get; private set; } = "";

    public Guid ManagingBranchId { get; private set; }

    public string ManagingBranchName { get; private set; } = "";

    public Guid? Tier1BranchId { get; private set; }

    public AccountKind Kind { get; private set; }

    public AccountField Field { get; private set; }

    /// <summary>The text that was found, and <see cref="Notes"/> where in it.</summary>
    public string Text { get; private set; } = "";

    public string Terms { get; private set; } = "";

    public string Notes { get; private set; } = "";

    /// <summary>The Beijing day of the confirmation.</summary>
    public DateOnly OpenedOn { get; private set; }

    public string OpenedByName { get; private set; } = "";

    /// <summary>The last Beijing day.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>Computed from a calendar that is not published yet.</summary>
    public bool DueIsProvisional { get; private set; }

    public CaseState State { get; private set; }

    /// <summary>UTC; when it went up to the head office. Null as long as it did not.</summary>
    public DateTime? EscalatedAt { get; private set; }

    /// <summary>What was done, as the handler said it; empty before.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Empty before evidence is filed, as the next two are.</summary>
    public string EvidenceFileName { get; private set; } = "";

    public string EvidenceSha256 { get; private set; } = "";

    public string EvidenceByName { get; private set; } = "";

    /// <summary>All who ever filed evidence, as ids joined by commas: none of them closes it (R07-4).</summary>
    public string FiledBy { get; private set; } = "";

    /// <summary>Why evidence was sent back last; empty when it was not.</summary>
    public string ReturnReason { get; private set; } = "";

    public string ClosedByName { get; private set; } = "";

    /// <summary>The Beijing day; null until it is closed.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    public int Version { get; set; } = 1;

    public IReadOnlyCollection<Guid> Filers => [.. FiledBy.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    public static RectificationCase Opened(
        string number, ScreeningFinding finding, CurrentPerson by, DateOnly today, CalendarDay due, DateTime now) => new()
        {
            Id = Guid.CreateVersion7(),
            Number = number,
            FindingId = finding.Id,
            OpenKey = finding.MatchKey,
            EmployeeNumber = finding.EmployeeNumber,
            EmployeeName = finding.EmployeeName,
            InstitutionId = finding.InstitutionId,
            InstitutionName = finding.InstitutionName,
            ManagingBranchId = finding.ManagingBranchId,
            ManagingBranchName = finding.ManagingBranchName,
            Tier1BranchId = finding.Tier1BranchId,
            Kind = finding.Kind,
            Field = finding.Field,
            Text = finding.Text,
            Terms = finding.Terms,
            Notes = finding.Notes,
            OpenedOn = today,
            OpenedByName = by.Name,
            Due = due.Date,
            DueIsProvisional = due.Provisional,
            State = CaseState.Open,
            UpdatedAt = now,
        };

    public bool IsOverdue(DateOnly today) => State != CaseState.Closed && RectificationRules.IsInTime(Due, today, InstitutionName).Any();

    /// <summary>Evidence of the change; waits for a second person.</summary>
    public void File(string explanation, AcceptedFile evidence, CurrentPerson by, DateTime now)
    {
        Require(State == CaseState.Open, nameof(File));
        (Explanation, EvidenceFileName, EvidenceSha256, EvidenceByName) = (explanation, evidence.FileName, evidence.Sha256, by.Name);
        FiledBy = Filers.Contains(by.Id) ? FiledBy : FiledBy.Length == 0 ? $"{by.Id:N}" : $"{FiledBy},{by.Id:N}";
        (State, UpdatedAt) = (CaseState.Submitted, now);
    }

    public void Close(CurrentPerson by, DateOnly today, DateTime now)
    {
        Require(State == CaseState.Submitted, nameof(Close));
        (State, ClosedByName, ClosedOn, OpenKey, UpdatedAt) = (CaseState.Closed, by.Name, today, $"{Id:N}", now);
    }

    /// <summary>The evidence does not show it: back to the institution; the deadline stays.</summary>
    public void Return(string reason, DateTime now)
    {
        Require(State == CaseState.Submitted, nameof(Return));
        (State, ReturnReason, UpdatedAt) = (CaseState.Open, reason, now);
    }

    public void Escalate(DateTime now)
    {
        Require(State != CaseState.Closed && EscalatedAt is null, nameof(Escalate));
        (EscalatedAt, UpdatedAt) = (now, now);
    }

    /// <summary>A new calendar: the deadline of a case that is not overdue is computed anew.</summary>
    public void MoveDue(CalendarDay due)
    {
        Require(State != CaseState.Closed && EscalatedAt is null, nameof(MoveDue));
        (Due, DueIsProvisional) = (due.Date, due.Provisional);
    }

    private void Require(bool holds, string change)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"{change} is not possible in state {State}.");
        }
    }
}
