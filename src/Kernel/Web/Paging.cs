using Microsoft.EntityFrameworkCore;

namespace WeChatBankGov.Kernel.Web;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 100.</param>
/// <param name="Total">How many there are, counted up to <see cref="Paging.CountLimit"/>.</param>
/// <param name="TotalIsCapped">True when there are more than were counted: screens say "1000+".</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total, bool TotalIsCapped);

/// <summary>Which page is asked for. Values out of range are brought into it.</summary>
public readonly record struct PageRequest(int Page, int PageSize)
{
    public const int DefaultSize = 20;
    public const int MaxSize = 100;
    private const int MaxPage = 100_000;

    public static PageRequest Of(int? page, int? pageSize) =>
        new(Math.Clamp(page ?? 1, 1, MaxPage), Math.Clamp(pageSize ?? DefaultSize, 1, MaxSize));

    public int Skip => (Page - 1) * PageSize;
}

public static class Paging
{
    /// <summary>An exact count of a long list costs more than the page itself; beyond this many it says "more".</summary>
    public const int CountLimit = 1000;

    /// <summary>Runs a filtered and sorted query for one page: two statements, one when the first page holds everything.</summary>
    public static async Task<ListPage<T>> ToPage<T>(this IQueryable<T> query, PageRequest request, CancellationToken cancel)
    {
        var items = await query.Skip(request.Skip).Take(request.PageSize).ToListAsync(cancel);
        if (items.Count < request.PageSize && (items.Count > 0 || request.Page == 1))
        {
            return new(items, request.Page, request.PageSize, request.Skip + items.Count, false);
        }
        var counted = await query.Take(CountLimit + 1).CountAsync(cancel);
        return new(items, request.Page, request.PageSize, Math.Min(counted, CountLimit), counted > CountLimit);
    }
}
