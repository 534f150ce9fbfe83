using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Approval.Inbox;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Approval.Cases;

internal sealed class Approvals(
    GovDbContext db, WorkItems workItems, IInstitutions institutions, CurrentPerson me, TimeProvider clock) : IApprovals
{
    /// <summary>The work item's kind: one open decision for a subject.</summary>
    public const string WorkItemKind = IApprovals.WorkItemKind;

    public async Task<Guid> Open(ApprovalRequest request, CancellationToken cancel)
    {
        var headOffice = await institutions.HeadOffice(cancel);
        var applicant = await institutions.Find(request.InstitutionId, cancel)
            ?? throw new InvalidOperationException($"There is no institution {request.InstitutionId}.");
        var approval = new ApprovalCase
        {
            SubjectKind = request.SubjectKind,
            SubjectId = request.SubjectId,
            Title = request.Title.Cut(ApprovalLengths.Title),
            InstitutionId = request.InstitutionId,
            InstitutionName = request.InstitutionName,
            ManagingBranchId = applicant.ManagingBranchId,
            Tier1BranchId = applicant.Tier1BranchId,
            Href = request.Href,
            OpenedAt = clock.UtcNow(),
            Contributors = [.. request.Contributors.Distinct().Select(id => new ApprovalContributor { PersonId = id })],
        };
        db.Add(approval);
        workItems.Open(
            new(WorkItemKind, request.SubjectKind, request.SubjectId, request.Title, request.InstitutionId, request.InstitutionName,
                "总行审批", request.Href, headOffice.Id, DepartmentKind.EBanking, Duties.Approver, request.Due),
            Initiator(request.Contributors));
        return approval.Id;
    }

    public async Task Cancel(Guid subjectId, CancellationToken cancel)
    {
        if (await FindPending(subjectId, cancel) is { } approval)
        {
            approval.Cancel(me, clock.UtcNow());
            await workItems.Close(subjectId, WorkItemKind, "已撤回", cancel);
        }
    }

    public async Task<PendingApproval?> Pending(Guid subjectId, CancellationToken cancel) =>
        await FindPending(subjectId, cancel) is { } approval
            ? new(approval.Id, approval.Version, approval.OpenedAt, approval.ContributorIds)
            : null;

    /// <summary>
    /// Looks among what this scope has added or changed first: an approval opened a moment ago is not in the database yet, and
    /// one decided a moment ago is still pending there.
    /// </summary>
    private async Task<ApprovalCase?> FindPending(Guid subjectId, CancellationToken cancel)
    {
        var set = db.Set<ApprovalCase>();
        if (set.Local.FirstOrDefault(a => a.SubjectId == subjectId && a.IsPending) is { } tracked)
        {
            return tracked;
        }
        var stored = await set.Include(a => a.Contributors).SingleOrDefaultAsync(a => a.OpenSubjectId == subjectId, cancel);
        return stored is { IsPending: true } ? stored : null;
    }

    /// <summary>The review passes an application on: whoever applied has initiated the item, not the reviewer.</summary>
    private Guid? Initiator(IReadOnlyCollection<Guid> contributors) =>
        contributors.Count == 0 || contributors.Contains(me.Id) ? me.Id : contributors.First();
}
