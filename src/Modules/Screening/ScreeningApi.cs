using System.Text.Json.Serialization;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Check;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening;

/// <summary>/api/v1/screening</summary>
internal static class ScreeningApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var screening = api.MapGroup("/screening").WithTags("Screening");
        screening.MapPost("/check", Check)
            .WithSummary("查名称：一次最多 1000 个、合计 20 万个字符，按所给的顺序逐个回答，各种变形写法都计算（第六条）。偏移量以 UTF-16 编码单元计。")
            .Produces<IReadOnlyList<CheckedText>>()
            .Refuses();
        FilesApi.Map(screening.MapGroup("/files"));
        CasesApi.Map(screening);
        TermsApi.Map(screening.MapGroup("/terms"));
        DismissalsApi.Map(screening.MapGroup("/dismissals"));
    }

    private static async Task<IResult> Check(ISender sender, CheckBody body, CancellationToken cancel)
    {
        var outcome = await sender.Send(new CheckTexts.Query(body.Texts), cancel);
        return outcome.Refusal is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.Ok(outcome.Value.Select(c => new CheckedText(c.Text, [.. c.Hits.Select(hit => FoundTerm.Of(c.Text, hit))])));
    }

    /// <param name="Texts">1 to 1,000 names, each at most 2,000 UTF-16 units, together at most 200,000; an empty one has no hits.</param>
    internal sealed record CheckBody(IReadOnlyList<string?>? Texts);

    /// <param name="Text">As it was sent.</param>
    /// <param name="Hits">In the order of the text; empty when there are none.</param>
    internal sealed record CheckedText(string Text, IReadOnlyList<FoundTerm> Hits);

    /// <param name="Term">The term that was recognised.</param>
    /// <param name="Start">UTF-16 offset in the text.</param>
    /// <param name="Length">UTF-16 length in the text.</param>
    /// <param name="Matched">The characters that stand there.</param>
    /// <param name="Disguise">What was seen through, in Chinese; 原样 when nothing.</param>
    /// <param name="Level">block or advice, of the characters alone; what follows where they stand is the finding's level.</param>
    /// <param name="Reason">Why it is advice only; left out otherwise.</param>
    internal sealed record FoundTerm(
        string Term, int Start, int Length, string Matched, string Disguise, string Level,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason)
    {
        public static FoundTerm Of(string text, Hit hit) => new(hit.Term, hit.Start, hit.Length, text.Substring(hit.Start, hit.Length),
            hit.Disguise.ChineseName(), hit.Level == HitLevel.Block ? "block" : "advice", hit.Reason);
    }
}
