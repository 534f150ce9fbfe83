using MediatR;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Review.Contracts;

/// <summary>The three elements of visual identity (article 4).</summary>
public enum IdentityElement
{
    /// <summary>头像</summary>
    Avatar = 1,

    /// <summary>名称</summary>
    Name = 2,

    /// <summary>服务页面UI设计</summary>
    ServicePageDesign = 3,
}

/// <summary>A file that the reviewer looks at; the address asks for the record's own permission.</summary>
public sealed record ReviewFile(string Name, string Href, bool IsImage);

/// <summary>What is submitted of one element: its text, its files, and whether it changed since the last review.</summary>
public sealed record ReviewMaterial(IdentityElement Element, string Text, IReadOnlyList<ReviewFile> Files, bool Changed);

/// <summary>Visual identity to be judged.</summary>
/// <param name="SubjectKind">The feature's name for the record, such as registration.application.</param>
/// <param name="SubjectId">The record.</param>
/// <param name="Title">How the inbox names it.</param>
/// <param name="Form">The account's form: with the level it decides who reviews (R09-1 to R09-3).</param>
/// <param name="InstitutionId">The applying institution.</param>
/// <param name="InstitutionName">Its name.</param>
/// <param name="Level">Its level.</param>
/// <param name="ManagingBranchId">Its nearest branch, or the head office.</param>
/// <param name="Tier1BranchId">The tier-1 branch it is or belongs to; null above and beside them.</param>
/// <param name="ViVersion">The VI manual that it says it follows.</param>
/// <param name="Materials">The three elements.</param>
/// <param name="Contributors">Who drafted or submitted it: none of them may review (R07-4).</param>
/// <param name="Due">The Beijing day by which it is wanted; null when there is none.</param>
public sealed record ReviewRequest(
    string SubjectKind, Guid SubjectId, string Title, AccountForm Form,
    Guid InstitutionId, string InstitutionName, InstitutionLevel Level, Guid ManagingBranchId, Guid? Tier1BranchId,
    string ViVersion, IReadOnlyList<ReviewMaterial> Materials, IReadOnlyCollection<Guid> Contributors, DateOnly? Due = null);

/// <summary>One element's judgement.</summary>
/// <param name="Reason">Why it does not conform; empty when it does.</param>
public sealed record ElementVerdict(IdentityElement Element, bool Conforms, string Reason);

/// <summary>The opinion of a finished review.</summary>
/// <param name="At">UTC.</param>
public sealed record ReviewOpinion(
    Guid ReviewId, bool Passed, IReadOnlyList<ElementVerdict> Elements, string Opinion,
    string PersonName, string InstitutionName, string DepartmentName, DateTime At);

/// <summary>Opens and ends reviews on behalf of a feature. Everything is saved with the caller's own change.</summary>
public interface IReviews
{
    /// <summary>Opens the review at the department of article 9 and returns its id.</summary>
    Task<Guid> Open(ReviewRequest request, CancellationToken cancel);

    /// <summary>Ends the pending review of a subject without a judgement: withdrawn. Nothing when there is none.</summary>
    Task Cancel(Guid subjectId, CancellationToken cancel);

    /// <summary>All finished reviews of a subject, newest first.</summary>
    Task<IReadOnlyList<ReviewOpinion>> Opinions(Guid subjectId, CancellationToken cancel);

    /// <summary>The pending review's id; null when nothing waits for a judgement.</summary>
    Task<Guid?> Pending(Guid subjectId, CancellationToken cancel);
}

/// <summary>Published when a review is finished, in the same scope and before it is saved.</summary>
/// <param name="At">UTC.</param>
public sealed record VisualIdentityReviewed(
    string SubjectKind, Guid SubjectId, bool Passed, IReadOnlyList<ElementVerdict> Elements, string Opinion,
    CurrentPerson By, DateTime At) : INotification;
