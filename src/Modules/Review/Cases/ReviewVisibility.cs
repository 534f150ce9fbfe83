using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Review.Cases;

/// <summary>
/// Seen by the department it is assigned to, by whoever sees its subject, by the head office e-banking department and auditors.
/// </summary>
internal sealed class ReviewVisibility(GovDbContext db, CurrentPerson me, IEnumerable<ISubjectVisibility> subjects)
    : IRecordVisibility
{
    public Type RecordType => typeof(VisualIdentityReview);

    public async Task<bool> IsVisible(Guid id, CancellationToken cancel) =>
        await db.Set<VisualIdentityReview>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is { } review
        && await IsVisible(review, cancel);

    public async Task<Guid> SubjectOf(Guid id, CancellationToken cancel) =>
        await db.Set<VisualIdentityReview>().Where(r => r.Id == id).Select(r => (Guid?)r.SubjectId).SingleOrDefaultAsync(cancel) ?? id;

    public async Task<bool> IsVisible(VisualIdentityReview review, CancellationToken cancel) =>
        me.SeesAllInstitutions
        || (me.In(review.AssignedDepartment) && me.InstitutionId == review.AssignedInstitutionId)
        || await SubjectOf(review).IsVisible(review.SubjectId, cancel);

    private ISubjectVisibility SubjectOf(VisualIdentityReview review) =>
        subjects.SingleOrDefault(s => s.SubjectKind == review.SubjectKind)
        ?? throw new InvalidOperationException(
            $"No module says who may see {review.SubjectKind}: register an ISubjectVisibility for it.");
}

internal static class ReviewLists
{
    /// <summary>
    /// A whole list (R10-1): one's department's reviews; for a branch's e-banking those of its own and of what stands below it,
    /// for a tier-1 branch its tier-2 branches' too; for a lower unit its own.
    /// </summary>
    public static IQueryable<VisualIdentityReview> WithinReachOf(this IQueryable<VisualIdentityReview> reviews, CurrentPerson me)
    {
        var (institution, department) = (me.InstitutionId, me.Department);
        return me.SeesAllInstitutions ? reviews
            : me.AtBranch && me.In(DepartmentKind.EBanking)
                ? reviews.Where(r => r.ManagingBranchId == institution || r.Tier1BranchId == institution)
            : me.Level is InstitutionLevel.SubBranch or InstitutionLevel.Outlet
                ? reviews.Where(r => r.InstitutionId == institution)
            : reviews.Where(r => r.AssignedInstitutionId == institution && r.AssignedDepartment == department);
    }

    /// <summary>Tells whoever comes late who was first, and with what.</summary>
    public static Refusal TooLate(this VisualIdentityReview review) => Outcome.WrongState(
        $"{review.FinishedByName}已于{DayFormat.DayAndTime(review.FinishedAt!.Value)}"
        + (review.State == ReviewState.Cancelled ? "撤回这件申请" : $"作出“{review.State.Chinese()}”的审核结论")
        + "，不能再审核。请返回待办查看其他事项。") with
    {
        CurrentVersion = review.Version,
    };
}
