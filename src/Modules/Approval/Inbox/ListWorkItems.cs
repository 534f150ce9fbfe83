using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>Which part of the inbox.</summary>
internal enum InboxTab
{
    /// <summary>待办: what waits for me.</summary>
    Open = 1,

    /// <summary>已办: what I dealt with.</summary>
    Done = 2,

    /// <summary>我发起的: what I set going, open or not.</summary>
    Started = 3,
}

/// <summary>待办、已办、我发起的: one inbox for every kind of item.</summary>
internal static class ListWorkItems
{
    /// <param name="Tab">Which part.</param>
    /// <param name="Search">Part of the title.</param>
    /// <param name="Step">The step as it is shown.</param>
    /// <param name="Institution">Part of the name of the institution that it comes from.</param>
    /// <param name="Sort">since, due or closed; a leading hyphen turns it round; anything else is the tab's own order.</param>
    [Permission(ApprovalPermissions.Inbox)]
    internal sealed record Query(InboxTab Tab, string? Search, string? Step, string? Institution, string? Sort, PageRequest Page)
        : IQuery<ListPage<Item>>;

    /// <summary>One item.</summary>
    /// <param name="Since">UTC.</param>
    /// <param name="Due">The Beijing day on which it is due; null when there is no deadline.</param>
    /// <param name="ClosedAt">UTC; null while it is open.</param>
    /// <param name="ClosedByName">Empty while it is open.</param>
    /// <param name="Result">How it ended, in Chinese; empty while it is open.</param>
    internal sealed record Item(
        Guid Id, string Kind, string SubjectKind, Guid SubjectId, string Title, string InstitutionName, string Step, string Href,
        DateTime Since, DateOnly? Due, DateTime? ClosedAt, string ClosedByName, string Result)
    {
        /// <summary>Working days until it is due, negative when overdue; null when it is closed or there is no deadline.</summary>
        public int? WorkingDaysLeft { get; init; }
    }

    public static IReadOnlyList<string> Sorts { get; } = ["since", "due", "closed"];

    internal sealed class Handler(GovDbContext db, InboxItems inbox, CurrentPerson me, TimeProvider clock, WorkCalendarSource calendars)
        : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var items = inbox.Of(db, me, query.Tab);
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                items = items.Where(w => w.Title.Contains(search));
            }
            if (query.Step?.Trim() is { Length: > 0 } step)
            {
                items = items.Where(w => w.Step == step);
            }
            if (query.Institution?.Trim() is { Length: > 0 } institution)
            {
                items = items.Where(w => w.InstitutionName.Contains(institution));
            }
            var page = await InboxItems.Sort(items, query.Tab, query.Sort)
                .Select(w => new Item(
                    w.Id, w.Kind, w.SubjectKind, w.SubjectId, w.Title, w.InstitutionName, w.Step, w.Href,
                    w.OpenedAt, w.Due, w.ClosedAt, w.ClosedByName, w.Result))
                .ToPage(query.Page, cancellationToken);
            return page with { Items = [.. page.Items.Select(WithDaysLeft)] };
        }

        private Item WithDaysLeft(Item item) => item.Due is not { } due || item.ClosedAt is not null
            ? item
            : item with { WorkingDaysLeft = calendars.Current.WorkingDaysBetween(clock.BeijingToday(), due) };
    }
}
