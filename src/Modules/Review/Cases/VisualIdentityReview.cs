using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Cases;

/// <summary>How far a review is.</summary>
internal enum ReviewState
{
    /// <summary>待审核</summary>
    Pending = 1,

    /// <summary>通过</summary>
    Passed = 2,

    /// <summary>不通过</summary>
    Failed = 3,

    /// <summary>已撤回: the applicant withdrew it before anybody judged.</summary>
    Cancelled = 4,
}

/// <summary>One round of a VI review. A subject that comes again gets a new one.</summary>
internal sealed class VisualIdentityReview : IVersioned
{
    public Guid Id { get; init; }

    public required string SubjectKind { get; init; }

    public required Guid SubjectId { get; init; }

    public required string Title { get; init; }

    public required AccountForm Form { get; init; }

    public required Guid InstitutionId { get; init; }

    public required string InstitutionName { get; init; }

    /// <summary>The branch that manages the institution's matters (R10-1).</summary>
    public required Guid ManagingBranchId { get; set; }

    /// <summary>The tier-1 branch that reads along; null above and beside them.</summary>
    public Guid? Tier1BranchId { get; set; }

    /// <summary>The VI manual that it says it follows.</summary>
    public required string ViVersion { get; init; }

    /// <summary>The rule of article 9 that made the assignment.</summary>
    public required string AssignedBy { get; init; }

    public required Guid AssignedInstitutionId { get; init; }

    public required DepartmentKind AssignedDepartment { get; init; }

    public ReviewState State { get; private set; } = ReviewState.Pending;

    /// <summary>
    /// One open round for a subject: the subject's id while this one is open and its own afterwards, because the column is unique
    /// and never null (decision 0002).
    /// </summary>
    public Guid OpenSubjectId { get => IsPending ? SubjectId : Id; private set { } }

    /// <summary>UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>UTC; null while it is pending.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Null while it is pending.</summary>
    public Guid? FinishedById { get; private set; }

    /// <summary>Who judged or withdrew it; empty while it is pending, as the next two are.</summary>
    public string FinishedByName { get; private set; } = "";

    public string FinishedByInstitution { get; private set; } = "";

    public string FinishedByDepartment { get; private set; } = "";

    public string Opinion { get; private set; } = "";

    public List<ReviewedElement> Elements { get; init; } = [];

    public List<ReviewContributor> Contributors { get; init; } = [];

    public int Version { get; set; } = 1;

    public bool IsPending => State == ReviewState.Pending;

    public bool IsJudged => State is ReviewState.Passed or ReviewState.Failed;

    public ReviewAssignment Assignment => new(AssignedBy, AssignedInstitutionId, AssignedDepartment);

    public IReadOnlyCollection<Guid> ContributorIds => [.. Contributors.Select(c => c.PersonId)];

    /// <param name="verdicts">One for each of the three elements: ask <see cref="ReviewRules.JudgedOneByOne"/> first.</param>
    /// <param name="opinion">On the whole; may be empty.</param>
    /// <param name="by">The reviewer.</param>
    /// <param name="at">UTC.</param>
    public void Judge(IReadOnlyList<ElementVerdict> verdicts, string opinion, CurrentPerson by, DateTime at)
    {
        foreach (var element in Elements)
        {
            var verdict = verdicts.Single(v => v.Element == element.Element);
            element.Conforms = verdict.Conforms;
            element.Reason = verdict.Reason;
        }
        Opinion = opinion;
        End(ReviewRules.Passes(verdicts) ? ReviewState.Passed : ReviewState.Failed, by, at);
    }

    public void Cancel(CurrentPerson by, DateTime at) => End(ReviewState.Cancelled, by, at);

    /// <summary>The opinion for other modules. Only of a judged review.</summary>
    public ReviewOpinion AsOpinion() => new(
        Id, State == ReviewState.Passed, Verdicts(), Opinion,
        FinishedByName, FinishedByInstitution, FinishedByDepartment, FinishedAt!.Value);

    private List<ElementVerdict> Verdicts() =>
        [.. Elements.OrderBy(e => e.Element).Select(e => new ElementVerdict(e.Element, e.Conforms == true, e.Reason))];

    private void End(ReviewState state, CurrentPerson by, DateTime at)
    {
        if (!IsPending)
        {
            throw new InvalidOperationException($"The review {Id} has ended already: {State}.");
        }
        State = state;
        FinishedAt = at;
        FinishedById = by.Id == Guid.Empty ? null : by.Id;
        FinishedByName = by.Name;
        FinishedByInstitution = by.InstitutionName;
        FinishedByDepartment = by.DepartmentName;
    }
}
