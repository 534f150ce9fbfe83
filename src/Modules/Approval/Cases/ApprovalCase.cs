using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Cases;

/// <summary>How far an approval is.</summary>
internal enum ApprovalState
{
    /// <summary>待审批</summary>
    Pending = 1,

    /// <summary>同意</summary>
    Approved = 2,

    /// <summary>退回</summary>
    Returned = 3,

    /// <summary>不同意</summary>
    Rejected = 4,

    /// <summary>已撤回: the applicant withdrew it before anybody decided.</summary>
    Cancelled = 5,
}

/// <summary>One round of a decision by the head office e-banking department. A subject that comes again gets a new one.</summary>
internal sealed class ApprovalCase : IVersioned
{
    public Guid Id { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Title { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    /// <summary>The branch that manages the institution's matters (R10-1).</summary>
    public required Guid ManagingBranchId { get; set; }

    /// <summary>The tier-1 branch that reads along; null above and beside them.</summary>
    public Guid? Tier1BranchId { get; set; }

    public required string Href { get; init; }

    public ApprovalState State { get; private set; } = ApprovalState.Pending;

    /// <summary>
    /// One open round for a subject: the subject's id while this one is open and its own afterwards, because the column is unique
    /// and never null (decision 0002).
    /// </summary>
    public Guid OpenSubjectId { get => IsPending ? SubjectId : Id; private set { } }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>UTC; null while it is pending.</summary>
    public DateTime? DecidedAt { get; private set; }

    public Guid? DecidedById { get; private set; }

    /// <summary>Who decided or withdrew it; empty while it is pending.</summary>
    public string DecidedByName { get; private set; } = "";

    public string Opinion { get; private set; } = "";

    public List<ApprovalContributor> Contributors { get; init; } = [];

    public List<ApprovalComment> Comments { get; init; } = [];

    public int Version { get; set; } = 1;

    public bool IsPending => State == ApprovalState.Pending;

    public IReadOnlyCollection<Guid> ContributorIds => [.. Contributors.Select(c => c.PersonId)];

    public void Decide(Verdict verdict, string opinion, IEnumerable<FieldComment> comments, CurrentPerson by, DateTime at)
    {
        Opinion = opinion;
        Comments.AddRange(comments.Select((c, i) => new ApprovalComment
        {
            Number = i + 1,
            Field = c.Field.Trim(),
            Comment = c.Comment.Trim(),
        }));
        End(verdict switch
        {
            Verdict.Approve => ApprovalState.Approved,
            Verdict.Return => ApprovalState.Returned,
            Verdict.Reject => ApprovalState.Rejected,
            _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "Not one of the three verdicts."),
        }, by, at);
    }

    public void Cancel(CurrentPerson by, DateTime at) => End(ApprovalState.Cancelled, by, at);

    private void End(ApprovalState state, CurrentPerson by, DateTime at)
    {
        if (!IsPending)
        {
            throw new InvalidOperationException($"The approval {Id} has ended already: {State}.");
        }
        State = state;
        DecidedAt = at;
        DecidedById = by.Id == Guid.Empty ? null : by.Id;
        DecidedByName = by.Name;
    }
}

/// <summary>Somebody who drafted or submitted what is decided (R07-4).</summary>
internal sealed class ApprovalContributor
{
    public Guid ApprovalCaseId { get; init; }

    public required Guid PersonId { get; init; }
}

/// <summary>What the approver said about one field.</summary>
internal sealed class ApprovalComment
{
    public Guid ApprovalCaseId { get; init; }

    /// <summary>From 1, in the order given.</summary>
    public required int Number { get; init; }

    public required string Field { get; init; }

    public required string Comment { get; init; }
}
