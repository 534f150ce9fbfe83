using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Review.Cases;

namespace WeChatBankGov.Review.Contracts;

/// <summary>What the reviewer says of one element.</summary>
/// <param name="Element">Avatar, Name or ServicePageDesign.</param>
/// <param name="Conforms">Null as long as nothing is chosen.</param>
/// <param name="Reason">Required when it does not conform, at most 500 characters; not kept when it does.</param>
public sealed record ElementJudgement(IdentityElement Element, bool? Conforms, string? Reason);

/// <summary>形象设计审核: the three elements, one by one. Articles 4 and 9.</summary>
public static class JudgeVisualIdentity
{
    /// <summary>The longest reason in characters.</summary>
    public const int ReasonLength = 500;

    /// <summary>The longest opinion in characters.</summary>
    public const int OpinionLength = 1000;

    /// <param name="ReviewId">The pending review.</param>
    /// <param name="Version">The version that the reviewer saw.</param>
    /// <param name="Elements">One judgement for each of the three.</param>
    /// <param name="Opinion">On the whole; may be empty.</param>
    [Permission(ReviewPermissions.Judge)]
    [AuditedAs("形象设计审核")]
    public sealed record Command(Guid ReviewId, int Version, IReadOnlyList<ElementJudgement>? Elements, string? Opinion)
        : ICommand<Result>, IConcerns<VisualIdentityReview>
    {
        Guid IConcerns.RecordId => ReviewId;
    }

    /// <param name="ReviewId">The review that was judged.</param>
    /// <param name="SubjectId">What it was about.</param>
    /// <param name="Passed">Whether all three elements conform.</param>
    public sealed record Result(Guid ReviewId, Guid SubjectId, bool Passed);
}
