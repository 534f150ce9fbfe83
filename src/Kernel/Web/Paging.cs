using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace WeChatBankGov.Kernel.Web;

/// <summary>One page of a list.</summary>
/// <param name="Items">What is on this page.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 100.</param>
/// <param name="Total">How many there are, counted up to <see cref="Paging.CountLimit"/>; behind the last page all of them.</param>
/// <param name="TotalIsCapped">True when there are more than were counted: screens say "1000+".</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Page, int PageSize, int Total, bool TotalIsCapped) : IPageOfList
{
    int? IPageOfList.LastPage => Items.Count == 0 && Page > 1 && Total > 0 ? Math.Min(Page - 1, (Total + PageSize - 1) / PageSize) : null;
}

/// <summary>A page of a list of anything.</summary>
internal interface IPageOfList
{
    /// <summary>The list's last page when this one lies behind it; null otherwise, and for a list with nothing in it.</summary>
    int? LastPage { get; }
}

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

/// <summary>A row of a list and how many rows the list has, up to one more than <see cref="Paging.CountLimit"/>.</summary>
internal sealed record Counted<T>(T Item, int Count);

public static class Paging
{
    /// <summary>An exact count of a long list costs more than the page itself; beyond this many it says "more".</summary>
    public const int CountLimit = 1000;

    /// <summary>
    /// Runs a filtered and sorted query for one page, in one statement: each row brings the count along, which the database takes
    /// once. A page behind the last one has no row to bring it and is counted by a second statement, to the end: the first has gone
    /// through all of them already, and whoever is led back to the last page needs its number.
    /// </summary>
    public static async Task<ListPage<T>> ToPage<T>(this IQueryable<T> query, PageRequest request, CancellationToken cancel)
    {
        var rows = await query.Counted().Skip(request.Skip).Take(request.PageSize).ToListAsync(cancel);
        return rows is [{ Count: var count }, ..]
            ? ToPage(rows, request, count)
            : new([], request.Page, request.PageSize, request.Page == 1 ? 0 : await Unordered(query).CountAsync(cancel), false);
    }

    internal static ListPage<T> ToPage<T>(List<Counted<T>> rows, PageRequest request, int total) =>
        new(rows.ConvertAll(row => row.Item), request.Page, request.PageSize, Math.Min(total, CountLimit), total > CountLimit);

    /// <summary>Each row with how many there are.</summary>
    internal static IQueryable<Counted<T>> Counted<T>(this IQueryable<T> query)
    {
        var item = Expression.Parameter(typeof(T), "item");
        var count = Expression.Call(typeof(Queryable), nameof(Queryable.Count), [typeof(T)], UpToLimit(query).Expression);
        var row = Expression.New(typeof(Counted<T>).GetConstructors()[0], item, count);
        return query.Select(Expression.Lambda<Func<T, Counted<T>>>(row, item));
    }

    private static IQueryable<T> UpToLimit<T>(IQueryable<T> query) => Unordered(query).Take(CountLimit + 1);

    /// <summary>The same rows in no order: a count that sorts first costs more than the page.</summary>
    private static IQueryable<T> Unordered<T>(IQueryable<T> query) =>
        query.Provider.CreateQuery<T>(OrderRemover.Instance.Visit(query.Expression));

    private sealed class OrderRemover : ExpressionVisitor
    {
        public static OrderRemover Instance { get; } = new();

        protected override Expression VisitMethodCall(MethodCallExpression node) => node.Method switch
        {
            { Name: nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending) }
                when node.Method.DeclaringType == typeof(Queryable) => Visit(node.Arguments[0]),
            // What lies behind a selection is looked at, the lambdas themselves are not.
            { Name: nameof(Queryable.Select) } when node.Method.DeclaringType == typeof(Queryable) =>
                node.Update(null, [Visit(node.Arguments[0]), node.Arguments[1]]),
            _ => node,
        };
    }
}
