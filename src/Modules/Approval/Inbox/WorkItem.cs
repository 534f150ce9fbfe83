using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>A step that waits, or waited, for one department.</summary>
internal sealed class WorkItem
{
    public Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Title { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    public required string Step { get; init; }

    public required string Href { get; init; }

    public required Guid AssignedInstitutionId { get; init; }

    public required DepartmentKind AssignedDepartment { get; init; }

    public required Duties AssignedDuty { get; init; }

    /// <summary>The Beijing day on which it is due; null when there is no deadline.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>Who set the matter going; null when the system did.</summary>
    public Guid? InitiatorId { get; init; }

    /// <summary>
    /// One open item of a kind for a subject: both while this one is open and its own id afterwards, because the column is unique
    /// and never null (decision 0002).
    /// </summary>
    public string OpenKey { get => ClosedAt is null ? KeyOf(Kind, SubjectId) : $"{Id:N}"; private set { } }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>Who dealt with it on behalf of the department; null while it is open, or when it was withdrawn.</summary>
    public Guid? HandledById { get; private set; }

    /// <summary>Who ended it, withdrawn or dealt with; empty while it is open.</summary>
    public string ClosedByName { get; private set; } = "";

    /// <summary>通过, 退回, 已撤回; empty while it is open.</summary>
    public string Result { get; private set; } = "";

    public static string KeyOf(string kind, Guid subjectId) => $"{kind}:{subjectId:N}";

    public void Close(string result, CurrentPerson by, DateTime at)
    {
        if (ClosedAt is not null)
        {
            throw new InvalidOperationException($"The work item {Id} has been closed already: {Result}.");
        }
        ClosedAt = at;
        ClosedByName = by.Name;
        Result = result;
        HandledById = IsAssignedTo(by) ? by.Id : null;
    }

    private bool IsAssignedTo(CurrentPerson person) =>
        person.Id != Guid.Empty && person.InstitutionId == AssignedInstitutionId && person.Department == AssignedDepartment
        && person.Has(AssignedDuty);
}

internal sealed class WorkItemConfig : IEntityTypeConfiguration<WorkItem>
{
    public void Configure(EntityTypeBuilder<WorkItem> item)
    {
        item.ToTable("WorkItems");
        item.Property(w => w.Kind).HasMaxLength(ApprovalLengths.Kind).IsUnicode(false);
        item.Property(w => w.SubjectKind).HasMaxLength(ApprovalLengths.Kind).IsUnicode(false);
        item.Property(w => w.Title).HasMaxLength(ApprovalLengths.Title);
        item.Property(w => w.InstitutionName).HasMaxLength(ApprovalLengths.InstitutionName);
        item.Property(w => w.Step).HasMaxLength(ApprovalLengths.Step);
        item.Property(w => w.Href).HasMaxLength(ApprovalLengths.Href);
        item.Property(w => w.ClosedByName).HasMaxLength(ApprovalLengths.PersonName);
        item.Property(w => w.Result).HasMaxLength(ApprovalLengths.Result);
        item.Property(w => w.OpenKey).HasMaxLength(ApprovalLengths.Kind + 33).IsUnicode(false);
        item.HasIndex(w => w.OpenKey).IsUnique();
        item.HasIndex(w => w.SubjectId);
        item.HasIndex(w => new { w.AssignedInstitutionId, w.AssignedDepartment, w.ClosedAt, w.OpenedAt });
        item.HasIndex(w => new { w.HandledById, w.ClosedAt });
        item.HasIndex(w => new { w.InitiatorId, w.OpenedAt });
    }
}
