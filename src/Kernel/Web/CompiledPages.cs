using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Web;

/// <summary>
/// Pages of a list in each of the few shapes that its choices make, each compiled when it is first asked for: to compose a query
/// and to find what became of it the time before costs as much as to read the page. One for each host, because a
/// compiled query knows the model that it was made for.
/// </summary>
/// <param name="list">Filtered and sorted. What it takes from the shape becomes part of the statement.</param>
/// <typeparam name="TShape">Its choices: states, forms, sorts. Free text, days and institutions are too many to be compiled.</typeparam>
/// <typeparam name="TRow">What is stored.</typeparam>
/// <typeparam name="T">A line of the list.</typeparam>
public class CompiledPages<TShape, TRow, T>(Func<IQueryable<TRow>, TShape, IQueryable<T>> list)
    where TShape : notnull
    where TRow : class
{
    /// <summary>No list has so many; whoever finds a way to ask for more shapes fills no memory by it.</summary>
    private const int MostShapes = 1000;

    private readonly ConcurrentDictionary<TShape, Func<GovDbContext, int, int, IAsyncEnumerable<Counted<T>>>> _compiled = [];

    /// <summary>Null when there is nothing on that page: how many there are before it takes a query of its own.</summary>
    public async Task<ListPage<T>?> Read(GovDbContext db, TShape shape, PageRequest page, CancellationToken cancel)
    {
        if (!_compiled.TryGetValue(shape, out var read))
        {
            if (_compiled.Count >= MostShapes)
            {
                return null;
            }
            read = _compiled.GetOrAdd(shape, Compile);
        }
        var rows = await read(db, page.Skip, page.PageSize).ToListAsync(cancel);
        return rows.Count == 0 ? null : Paging.ToPage(rows, page, rows[0].Count);
    }

    private Func<GovDbContext, int, int, IAsyncEnumerable<Counted<T>>> Compile(TShape shape)
    {
        var db = Expression.Parameter(typeof(GovDbContext), "db");
        var (skip, take) = (Expression.Parameter(typeof(int), "skip"), Expression.Parameter(typeof(int), "take"));
        var stored = new EnumerableQuery<TRow>(Expression.Call(db, nameof(DbContext.Set), [typeof(TRow)]));
        var page = list(stored, shape).Counted().Expression;
        foreach (var (cut, at) in new[] { (nameof(Queryable.Skip), skip), (nameof(Queryable.Take), take) })
        {
            page = Expression.Call(typeof(Queryable), cut, [typeof(Counted<T>)], page, at);
        }
        return EF.CompileAsyncQuery(Expression.Lambda<Func<GovDbContext, int, int, IQueryable<Counted<T>>>>(page, db, skip, take));
    }
}
