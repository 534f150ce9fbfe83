using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>What stands on which tab of the inbox, and in which order. One for each host: a compiled statement knows the model that it was made for.</summary>
internal sealed class InboxItems
{
    private readonly OwnPart _own;
    private readonly Func<GovDbContext, Guid, Guid, DepartmentKind, Duties, CancellationToken, Task<int>> _countOpen;

    public InboxItems(IEnumerable<IContributions> contributions)
    {
        _own = new(contributions);
        _countOpen = EF.CompileAsyncQuery(_own.Written<Func<GovDbContext, Guid, Guid, DepartmentKind, Duties, CancellationToken, int>>(
            (db, id, institution, department, duties, _) => db.Set<WorkItem>()
                .Where(w => w.AssignedInstitutionId == institution && w.AssignedDepartment == department && w.ClosedAt == null && (w.AssignedDuty & duties) != 0
                    && (w.AssignedDuty == Duties.Handler || ((w.InitiatorId == null || w.InitiatorId != id) && !OwnPart.In(db, w.SubjectId, id))))
                .Take(Paging.CountLimit)
                .Count()));
    }

    public IQueryable<WorkItem> Of(GovDbContext db, CurrentPerson me, InboxTab tab)
    {
        var id = me.Id;
        return tab switch
        {
            InboxTab.Done => db.Set<WorkItem>().Where(w => w.HandledById == id),
            InboxTab.Started => db.Set<WorkItem>().Where(w => w.InitiatorId == id),
            _ => Open(db, me),
        };
    }

    /// <summary>How many wait, counted up to <see cref="Paging.CountLimit"/>. Asked on every page for the number in the navigation, so it is compiled once.</summary>
    public Task<int> CountOpen(GovDbContext db, CurrentPerson me, CancellationToken cancel) =>
        _countOpen(db, me.Id, me.InstitutionId, me.Department, me.Duties, cancel);

    /// <summary>
    /// What waits for the person's department and duties, without what they set going or contributed to themselves and so may not
    /// decide (R07-4). What a handler has to mend is nothing to decide, and mostly their own. <see cref="CountOpen"/> asks the same.
    /// </summary>
    private IQueryable<WorkItem> Open(GovDbContext db, CurrentPerson me)
    {
        var (id, institution, department, duties) = (me.Id, me.InstitutionId, me.Department, me.Duties);
        return db.Set<WorkItem>().Where(_own.Written<Func<WorkItem, bool>>(w =>
            w.AssignedInstitutionId == institution && w.AssignedDepartment == department && w.ClosedAt == null && (w.AssignedDuty & duties) != 0
            && (w.AssignedDuty == Duties.Handler || ((w.InitiatorId == null || w.InitiatorId != id) && !OwnPart.In(db, w.SubjectId, id)))));
    }

    /// <summary>What waits longest comes first; what is done or started, newest first. Items without a deadline come last.</summary>
    public static IOrderedQueryable<WorkItem> Sort(IQueryable<WorkItem> items, InboxTab tab, string? sort) => (sort switch
    {
        "since" => items.OrderBy(w => w.OpenedAt),
        "-since" => items.OrderByDescending(w => w.OpenedAt),
        "due" => items.OrderBy(w => w.Due == null).ThenBy(w => w.Due),
        "-due" => items.OrderBy(w => w.Due == null).ThenByDescending(w => w.Due),
        "closed" => items.OrderBy(w => w.ClosedAt),
        "-closed" => items.OrderByDescending(w => w.ClosedAt),
        _ => tab switch
        {
            InboxTab.Done => items.OrderByDescending(w => w.ClosedAt),
            InboxTab.Started => items.OrderByDescending(w => w.OpenedAt),
            _ => items.OrderBy(w => w.OpenedAt),
        },
    }).ThenBy(w => w.Id);
}
