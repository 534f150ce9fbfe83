using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web;

/// <summary>What a list over REST may be sorted by; kept with the endpoint for its description.</summary>
/// <param name="Names">Without the minus that turns one round.</param>
public sealed record SortNames(IReadOnlyList<string> Names);

public static class Sorting
{
    /// <summary>The same, when the list can be sorted by it; null otherwise.</summary>
    public static string? Known(string? sort, IReadOnlyList<string> names) =>
        sort is { Length: > 0 } && names.Contains(sort[0] == '-' ? sort[1..] : sort) ? sort : null;

    /// <summary>Refuses a <c>sort</c> that the list does not know, instead of sorting by something else in silence.</summary>
    public static RouteHandlerBuilder SortsBy(this RouteHandlerBuilder endpoint, params IReadOnlyList<string> names) =>
        endpoint.WithMetadata(new SortNames(names)).AddEndpointFilter((context, next) =>
        {
            var sort = context.HttpContext.Request.Query["sort"].ToString();
            return sort.Length == 0 || Known(sort, names) is not null
                ? next(context)
                : ValueTask.FromResult<object?>(Problems.Of(Outcome.Shape("sort",
                    $"sort 只能是 {string.Join("、", names)} 之一，前面加减号为倒序。")));
        });
}
