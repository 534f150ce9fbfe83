using MediatR;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Contracts;

/// <summary>What the head office e-banking department decides about something that a feature brings to it.</summary>
public enum Verdict
{
    /// <summary>同意</summary>
    Approve = 1,

    /// <summary>退回: back to the applicant, with comments at fields; only these reopen.</summary>
    Return = 2,

    /// <summary>不同意</summary>
    Reject = 3,
}

/// <summary>What the approver says about one field of the form that is returned.</summary>
/// <param name="Field">The field in camelCase, as the feature's API spells it.</param>
/// <param name="Comment">What is to be changed, in Chinese.</param>
public sealed record FieldComment(string Field, string Comment);

/// <summary>Something to be decided by the head office e-banking department (R07-3, R10-2).</summary>
/// <param name="SubjectKind">The feature's name for it, such as registration.application.</param>
/// <param name="SubjectId">The record to be decided about.</param>
/// <param name="Title">How the inbox names it: ZC-2026-000123 中国ⅩⅩ银行浙江分行.</param>
/// <param name="InstitutionId">The applying institution.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="Href">The page on which it is decided.</param>
/// <param name="Contributors">Who drafted or submitted it: none of them may decide (R07-4).</param>
/// <param name="Due">The Beijing day by which it is wanted; null when there is none.</param>
public sealed record ApprovalRequest(
    string SubjectKind, Guid SubjectId, string Title, Guid InstitutionId, string InstitutionName, string Href,
    IReadOnlyCollection<Guid> Contributors, DateOnly? Due = null);

/// <summary>Opens and ends approvals on behalf of a feature. Everything is saved with the caller's own change.</summary>
public interface IApprovals
{
    /// <summary>The kind of the work items that approvals open.</summary>
    const string WorkItemKind = "approval.decide";

    /// <summary>Opens the approval, its work item for the head office's approvers, and returns its id.</summary>
    Task<Guid> Open(ApprovalRequest request, CancellationToken cancel);

    /// <summary>Ends the pending approval of a subject without a decision: the applicant withdrew it. Nothing when there is none.</summary>
    Task Cancel(Guid subjectId, CancellationToken cancel);

    /// <summary>The pending approval of a subject; null when nothing waits for a decision.</summary>
    Task<PendingApproval?> Pending(Guid subjectId, CancellationToken cancel);
}

/// <summary>An approval that waits for its decision.</summary>
public sealed record PendingApproval(Guid Id, int Version, DateTime OpenedAt, IReadOnlyCollection<Guid> Contributors);

/// <summary>
/// Published before a decision is made. Listeners add the breaches that forbid it (R07-8); any that is not advice
/// refuses the decision, and nothing is written.
/// </summary>
public sealed record Deciding(
    string SubjectKind, Guid SubjectId, Verdict Verdict, IReadOnlyList<FieldComment> Comments, ICollection<Breach> Breaches) : INotification;

/// <summary>Published after a decision, in the same scope and before it is saved.</summary>
/// <param name="At">UTC.</param>
public sealed record Decided(
    string SubjectKind, Guid SubjectId, Verdict Verdict, string Opinion, IReadOnlyList<FieldComment> Comments,
    CurrentPerson By, DateTime At) : INotification;

/// <summary>Tells for a kind of subject whether the current person may see it. Each feature registers one.</summary>
public interface ISubjectVisibility
{
    string SubjectKind { get; }

    Task<bool> IsVisible(Guid subjectId, CancellationToken cancel);

    /// <summary>The page on which the subject is read.</summary>
    string HrefOf(Guid subjectId);
}
