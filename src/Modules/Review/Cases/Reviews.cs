using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Cases;

internal sealed class Reviews(
    GovDbContext db, IWorkItems workItems, IInstitutions institutions, CurrentPerson me, TimeProvider clock) : IReviews
{
    /// <summary>The work item's kind: one open review for a subject.</summary>
    public const string WorkItemKind = "review.visual-identity";

    public async Task<Guid> Open(ReviewRequest request, CancellationToken cancel)
    {
        var headOffice = await institutions.HeadOffice(cancel);
        var assignment = ReviewRules.ReviewerOf(request.Form, request.Level, request.ManagingBranchId, headOffice.Id);
        var review = new VisualIdentityReview
        {
            SubjectKind = request.SubjectKind,
            SubjectId = request.SubjectId,
            Title = Cut(request.Title, VisualIdentityReviewConfig.TitleLength),
            Form = request.Form,
            InstitutionId = request.InstitutionId,
            InstitutionName = request.InstitutionName,
            ManagingBranchId = request.ManagingBranchId,
            Tier1BranchId = request.Tier1BranchId,
            ViVersion = request.ViVersion,
            AssignedBy = assignment.Rule,
            AssignedInstitutionId = assignment.InstitutionId,
            AssignedDepartment = assignment.Department,
            OpenedAt = clock.UtcNow(),
            Elements = [.. Enum.GetValues<IdentityElement>().Select(e => Element(e, request.Materials))],
            Contributors = [.. request.Contributors.Distinct().Select(id => new ReviewContributor { PersonId = id })],
        };
        db.Add(review);
        workItems.Open(new(
            WorkItemKind, request.SubjectKind, request.SubjectId, request.Title, request.InstitutionId, request.InstitutionName,
            "形象设计审核", $"/reviews/{review.Id}", assignment.InstitutionId, assignment.Department, Duties.Reviewer, request.Due));
        return review.Id;
    }

    public async Task Cancel(Guid subjectId, CancellationToken cancel)
    {
        if (await FindPending(subjectId, cancel) is { } review)
        {
            review.Cancel(me, clock.UtcNow());
            await workItems.Close(subjectId, WorkItemKind, "已撤回", cancel);
        }
    }

    public async Task<IReadOnlyList<ReviewOpinion>> Opinions(Guid subjectId, CancellationToken cancel)
    {
        var set = db.Set<VisualIdentityReview>();
        await set.Where(r => r.SubjectId == subjectId).Include(r => r.Elements).LoadAsync(cancel);
        // Among what is tracked, not what is stored: a review judged in this scope counts before it is saved.
        return [.. set.Local.Where(r => r.SubjectId == subjectId && r.IsJudged)
            .OrderByDescending(r => r.FinishedAt).Select(r => r.AsOpinion())];
    }

    public async Task<Guid?> Pending(Guid subjectId, CancellationToken cancel) => (await FindPending(subjectId, cancel))?.Id;

    /// <summary>
    /// Looks among what this scope has added or changed first: a review opened a moment ago is not in the database yet, and one
    /// judged a moment ago is still pending there.
    /// </summary>
    private async Task<VisualIdentityReview?> FindPending(Guid subjectId, CancellationToken cancel)
    {
        var set = db.Set<VisualIdentityReview>();
        if (set.Local.FirstOrDefault(r => r.SubjectId == subjectId && r.IsPending) is { } tracked)
        {
            return tracked;
        }
        var stored = await set.SingleOrDefaultAsync(r => r.OpenSubjectId == subjectId, cancel);
        return stored is { IsPending: true } ? stored : null;
    }

    private static ReviewedElement Element(IdentityElement element, IReadOnlyList<ReviewMaterial> materials)
    {
        var material = materials.SingleOrDefault(m => m.Element == element);
        return new()
        {
            Element = element,
            Text = Cut(material?.Text ?? "", VisualIdentityReviewConfig.ElementTextLength),
            Changed = material?.Changed ?? false,
            Files = [.. (material?.Files ?? []).Select((f, i) => new ReviewedFile
            {
                Number = i + 1,
                Name = Cut(f.Name, VisualIdentityReviewConfig.FileNameLength),
                Href = f.Href,
                IsImage = f.IsImage,
            })],
        };
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
