using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Approval.Contracts;

/// <summary>总行审批: approve, return with comments, or reject. Articles 7 and 10.</summary>
public static class DecideApproval
{
    /// <summary>The longest opinion in characters.</summary>
    public const int OpinionLength = 1000;

    /// <summary>The longest field name in characters.</summary>
    public const int FieldLength = 100;

    /// <summary>The longest comment on one field in characters.</summary>
    public const int CommentLength = 500;

    /// <summary>The most comments that one return carries.</summary>
    public const int MostComments = 60;

    /// <param name="ApprovalId">The pending approval.</param>
    /// <param name="Version">The version that the approver saw.</param>
    /// <param name="Verdict">同意, 退回 or 不同意.</param>
    /// <param name="Opinion">Required for a rejection, and for a return without comments; at most 1,000 characters.</param>
    /// <param name="Comments">For a return only: what is to be changed, field by field; at most 60.</param>
    [Permission(ApprovalPermissions.Decide)]
    [AuditedAs("审批决定")]
    public sealed record Command(
        Guid ApprovalId, int Version, Verdict Verdict, string? Opinion, IReadOnlyList<FieldComment>? Comments)
        : ICommand<Result>, IConcerns<ApprovalSubject>
    {
        Guid IConcerns.RecordId => ApprovalId;
    }

    /// <param name="ApprovalId">The approval that was decided.</param>
    /// <param name="SubjectId">What it was about.</param>
    /// <param name="Verdict">The decision.</param>
    public sealed record Result(Guid ApprovalId, Guid SubjectId, Verdict Verdict);
}

/// <summary>Stands for an approval where visibility is asked: whoever sees its subject sees it.</summary>
public sealed class ApprovalSubject;

public static class ApprovalPermissions
{
    /// <summary>R07-3, R10-2: approvers of the head office e-banking department.</summary>
    public const string Decide = "approval.decide";

    /// <summary>The approvals one may see, and the decisions made.</summary>
    public const string Read = "approval.read";

    /// <summary>One's own inbox.</summary>
    public const string Inbox = "approval.inbox";
}
