using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;

namespace WeChatBankGov.Review.List;

/// <summary>形象设计审核: the list.</summary>
public sealed class ReviewsPage : GovPage
{
    internal ListPage<ListReviews.Item> Reviews { get; private set; } = null!;

    internal string? Q { get; private set; }

    internal ReviewState? State { get; private set; }

    /// <summary>Whether anything narrows the list.</summary>
    internal bool IsFiltered => Q is not null || State is not null;

    /// <param name="q">Part of the title or of the institution's name.</param>
    /// <param name="state">pending, passed, failed or cancelled; anything else shows all.</param>
    /// <param name="sort">See <see cref="ListReviews.Query"/>.</param>
    /// <param name="p">The page, from 1.</param>
    public async Task<IActionResult> OnGet(string? q, string? state, string? sort, int? p)
    {
        var outcome = await Send(Query(q, state, sort, p));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Reviews = outcome.Value;
        return Page();
    }

    public Task<IActionResult> OnGetExport(string? q, string? state, string? sort, string? format) =>
        Export(new ExportReviews.Command(Query(q, state, sort, null)), format);

    private ListReviews.Query Query(string? q, string? state, string? sort, int? p)
    {
        Q = string.IsNullOrWhiteSpace(q) ? null : q.Trim();
        State = state switch
        {
            "pending" => ReviewState.Pending,
            "passed" => ReviewState.Passed,
            "failed" => ReviewState.Failed,
            "cancelled" => ReviewState.Cancelled,
            _ => null,
        };
        return new(State, Q, sort, PageRequest.Of(p, null));
    }
}
