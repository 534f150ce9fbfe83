using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>What stands on which tab of the inbox, and in which order.</summary>
internal static class InboxItems
{
    public static IQueryable<WorkItem> Of(GovDbContext db, CurrentPerson me, InboxTab tab)
    {
        var (id, institution, department, duties) = (me.Id, me.InstitutionId, me.Department, me.Duties);
        return tab switch
        {
            InboxTab.Done => db.Set<WorkItem>().Where(w => w.HandledById == id),
            InboxTab.Started => db.Set<WorkItem>().Where(w => w.InitiatorId == id),
            _ => db.Set<WorkItem>().Where(w => w.AssignedInstitutionId == institution && w.AssignedDepartment == department
                && w.ClosedAt == null && (w.AssignedDuty & duties) != 0),
        };
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
