using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Inbox;

internal sealed class WorkItems(GovDbContext db, InboxItems inbox, CurrentPerson me, TimeProvider clock) : IWorkItems
{
    private int? _mine;

    public void Open(WorkItemRequest request) => Open(request, me.Id);

    public void Open(WorkItemRequest request, Guid? initiator) => db.Add(new WorkItem
    {
        Kind = request.Kind,
        SubjectKind = request.SubjectKind,
        SubjectId = request.SubjectId,
        Title = request.Title.Cut(ApprovalLengths.Title),
        InstitutionId = request.InstitutionId,
        InstitutionName = request.InstitutionName,
        Step = request.Step.Cut(ApprovalLengths.Step),
        Href = request.Href,
        AssignedInstitutionId = request.AssignedInstitutionId,
        AssignedDepartment = request.AssignedDepartment,
        AssignedDuty = request.AssignedDuty,
        Due = request.Due,
        OpenedAt = clock.UtcNow(),
        InitiatorId = initiator == Guid.Empty ? null : initiator,
    });

    /// <summary>Looks among what this scope has added or closed first, because neither is in the database yet.</summary>
    public async Task Close(Guid subjectId, string kind, string result, CancellationToken cancel)
    {
        var key = WorkItem.KeyOf(kind, subjectId);
        var set = db.Set<WorkItem>();
        var item = set.Local.FirstOrDefault(w => w.OpenKey == key)
            ?? await set.SingleOrDefaultAsync(w => w.OpenKey == key, cancel);
        if (item?.OpenKey == key)
        {
            item.Close(result.Cut(ApprovalLengths.Result), me, clock.UtcNow());
        }
    }

    public async Task<int> CountMine(CancellationToken cancel) =>
        _mine ??= me.Id == Guid.Empty || me.Duties == Duties.None
            ? 0
            : await inbox.CountOpen(db, me, cancel);

    public async Task<IReadOnlyList<WaitingItem>> FirstMine(int most, string? kind, CancellationToken cancel)
    {
        if (me.Id == Guid.Empty || me.Duties == Duties.None)
        {
            return [];
        }
        var mine = inbox.Of(db, me, InboxTab.Open);
        if (kind is not null)
        {
            mine = mine.Where(w => w.Kind == kind);
        }
        return await InboxItems.Sort(mine, InboxTab.Open, sort: null).Take(most)
            .Select(w => new WaitingItem(w.Kind, w.SubjectId, w.Title, w.InstitutionName, w.Step, w.Href, w.OpenedAt, w.Due))
            .ToListAsync(cancel);
    }
}
