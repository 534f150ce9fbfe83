using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web;

/// <summary>Optimistic concurrency over REST: the version in the body (409 when stale) or in <c>If-Match</c> (412).</summary>
public static class Versions
{
    public static string Tag(int version) => $"\"{version}\"";

    /// <summary>The version that the caller saw: <c>If-Match</c> before the body; 0, which no record has, when neither names one: the pipeline asks for it.</summary>
    public static int Of(HttpContext http, int? inBody) =>
        http.Request.Headers.IfMatch.ToString() is { Length: > 0 } tag
            ? int.TryParse(tag.Trim('"'), out var version) ? version : 0
            : inBody ?? 0;

    /// <summary>200 with the value, or the problem; a stale <c>If-Match</c> is 412.</summary>
    public static Task<IResult> AskAt<T>(this ISender sender, HttpContext http, IRequest<Outcome<T>> request, CancellationToken cancel) =>
        sender.AskAt(http, request, value => value, cancel);

    /// <inheritdoc cref="AskAt{T}(ISender, HttpContext, IRequest{Outcome{T}}, CancellationToken)"/>
    public static async Task<IResult> AskAt<T, TAnswer>(
        this ISender sender, HttpContext http, IRequest<Outcome<T>> request, Func<T, TAnswer> answer, CancellationToken cancel)
    {
        var outcome = await sender.Send(request, cancel);
        if (outcome.Refusal is not { } refusal)
        {
            return TypedResults.Ok(answer(outcome.Value));
        }
        return Problems.Of(refusal.IsStale && http.Request.Headers.IfMatch.Count > 0
            ? refusal with { Kind = RefusalKind.PreconditionFailed }
            : refusal);
    }

    /// <summary>Documents the refusals named, besides those that every request can meet (400, 401, 403, 404): the group has these.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params int[] statuses) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata([.. statuses.Select(status =>
            new ProducesResponseTypeMetadata(status, typeof(Problem), ["application/problem+json"]))]);
}
