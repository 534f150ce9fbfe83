using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Contracts;

/// <summary>A step that waits for one department: an entry of its inbox.</summary>
/// <param name="Kind">What is to be done, such as review.visual-identity; unique for a subject while it is open.</param>
/// <param name="SubjectKind">As the feature names it.</param>
/// <param name="SubjectId">The record concerned.</param>
/// <param name="Title">What the inbox shows.</param>
/// <param name="InstitutionId">The institution that it comes from.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="Step">The step in Chinese: 形象设计审核.</param>
/// <param name="Href">The page on which it is dealt with.</param>
/// <param name="AssignedInstitutionId">Whose department it waits for.</param>
/// <param name="AssignedDepartment">The department.</param>
/// <param name="AssignedDuty">The duty that a person there needs.</param>
/// <param name="Due">The Beijing day on which it is due; null when there is no deadline.</param>
public sealed record WorkItemRequest(
    string Kind, string SubjectKind, Guid SubjectId, string Title, Guid InstitutionId, string InstitutionName,
    string Step, string Href, Guid AssignedInstitutionId, DepartmentKind AssignedDepartment, Duties AssignedDuty, DateOnly? Due);

/// <summary>The one inbox for every kind of item. Everything is saved with the caller's own change.</summary>
public interface IWorkItems
{
    void Open(WorkItemRequest request);

    /// <param name="request">As above.</param>
    /// <param name="initiator">Who set the matter going, when that is not the current person; null or empty when nobody did.</param>
    void Open(WorkItemRequest request, Guid? initiator);

    /// <summary>Ends the open item of that kind; nothing when there is none.</summary>
    /// <param name="subjectId">The record concerned.</param>
    /// <param name="kind">As it was opened with.</param>
    /// <param name="result">How it ended, in Chinese: 通过, 退回, 已撤回.</param>
    /// <param name="cancel">Cancels the look-up.</param>
    Task Close(Guid subjectId, string kind, string result, CancellationToken cancel);

    /// <summary>How many open items wait for the current person; asked once for each request, however often it is called.</summary>
    Task<int> CountMine(CancellationToken cancel);

    /// <summary>The open items that wait longest for the current person.</summary>
    /// <param name="most">How many at most.</param>
    /// <param name="kind">One kind only, as it was opened with; null for all.</param>
    /// <param name="cancel">Cancels the look-up.</param>
    Task<IReadOnlyList<WaitingItem>> FirstMine(int most, string? kind, CancellationToken cancel);
}

/// <summary>An open item of one's own inbox.</summary>
/// <param name="Since">UTC.</param>
/// <param name="Due">The Beijing day on which it is due; null when there is no deadline.</param>
public sealed record WaitingItem(
    string Kind, Guid SubjectId, string Title, string InstitutionName, string Step, string Href, DateTime Since, DateOnly? Due);

/// <summary>One step in the life of a record: who, department, when, opinion, article.</summary>
/// <param name="Step">What happened, in Chinese: 递交申请.</param>
/// <param name="Opinion">What was said; empty when nothing.</param>
/// <param name="Article">The article it rests on, 1 to 20; null when none.</param>
public sealed record TimelineStep(
    DateTime At, string PersonName, string InstitutionName, string DepartmentName, string Step, string Opinion, int? Article);

/// <summary>The timeline of a record, whichever modules wrote to it.</summary>
public interface ITimeline
{
    /// <summary>Adds a step by the current person, now; saved with the caller's own change.</summary>
    void Add(Guid subjectId, string step, string opinion = "", int? article = null);

    /// <summary>All steps, oldest first.</summary>
    Task<IReadOnlyList<TimelineStep>> Of(Guid subjectId, CancellationToken cancel);
}
