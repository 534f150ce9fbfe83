using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval.Inbox;

/// <summary>待办、已办、我发起的.</summary>
public sealed class InboxPage : GovPage
{
    internal InboxTab Tab { get; private set; }

    internal ListPage<ListWorkItems.Item> Items { get; private set; } = null!;

    /// <summary>The steps that occur on this tab, for the filter.</summary>
    internal IReadOnlyList<ListInboxSteps.Step> Steps { get; private set; } = [];

    internal string? Q { get; private set; }

    internal string? Step { get; private set; }

    internal string? Institution { get; private set; }

    internal string Address => Tab switch
    {
        InboxTab.Done => "/inbox/done",
        InboxTab.Started => "/inbox/started",
        _ => "/inbox",
    };

    /// <summary>Whether anything narrows the list.</summary>
    internal bool IsFiltered => Q is not null || Step is not null || Institution is not null;

    /// <param name="tab">done, started, or nothing for what waits.</param>
    /// <param name="q">Part of the title.</param>
    /// <param name="step">A step as it is shown.</param>
    /// <param name="institution">Part of the institution's name.</param>
    /// <param name="sort">See <see cref="ListWorkItems.Query"/>.</param>
    /// <param name="p">The page, from 1.</param>
    public async Task<IActionResult> OnGet(string? tab, string? q, string? step, string? institution, string? sort, int? p)
    {
        if (tab is not (null or "done" or "started"))
        {
            return NotFound();
        }
        Tab = tab switch
        {
            "done" => InboxTab.Done,
            "started" => InboxTab.Started,
            _ => InboxTab.Open,
        };
        (Q, Step, Institution) = (Given(q), Given(step), Given(institution));
        var items = await Send(new ListWorkItems.Query(Tab, Q, Step, Institution, sort, PageRequest.Of(p, null)));
        if (items.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Items = items.Value;
        Steps = (await Send(new ListInboxSteps.Query(Tab))).Value;
        return Page();
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
