using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Cases;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Judge;
using WeChatBankGov.Screening.Rectify;

namespace WeChatBankGov.Screening;

/// <summary>/api/v1/screening/findings and /cases: for people; no client reads personal data.</summary>
internal static class CasesApi
{
    public static void Map(RouteGroupBuilder screening)
    {
        var findings = screening.MapGroup("/findings");
        findings.MapGet("/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) => sender.Ask(new ReadFinding.Query(id), cancel))
            .WithSummary("一条命中。").Produces<ReadFinding.Detail>().Refuses();
        findings.MapPost("/{id:guid}/confirmation", (ISender sender, Guid id, CancellationToken cancel) => sender.Ask(new ConfirmFinding.Command(id), cancel))
            .WithSummary("确认违规字样：开始整改（R06-4）。").Produces<ConfirmFinding.Confirmed>().Refuses(StatusCodes.Status409Conflict);
        findings.MapPost("/{id:guid}/dismissal", (ISender sender, Guid id, DismissBody body, CancellationToken cancel) =>
                sender.Do(new DismissFinding.Command(id, body.Reason), cancel))
            .WithSummary("列为误报，写明理由；本分行相同的原文今后不再需要确认。")
            .Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);

        var cases = screening.MapGroup("/cases");
        cases.MapGet("", (ISender sender, string? search, CaseState? state, bool? overdue, Guid? branchId, string? sort, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListCases.Query(search, state, overdue ?? false, branchId, sort, PageRequest.Of(page, pageSize)), cancel))
            .SortsBy(ListCases.Sorts)
            .WithSummary("整改列表：筛选、排序、分页。").Produces<ListPage<ListCases.Item>>().Refuses();
        cases.MapGet("/figures", (ISender sender, Guid? branchId, CancellationToken cancel) => sender.Ask(new CountCases.Query(branchId), cancel))
            .WithSummary("整改件数：按分行，以及近十二个月；branchId 只计一家分行。").Produces<CountCases.Figures>().Refuses();
        cases.MapGet("/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) => sender.Ask(new ReadCase.Query(id), cancel))
            .WithSummary("一件整改及其经过。").Produces<ReadCase.Detail>().Refuses();
        cases.MapPost("/{id:guid}/evidence", File)
            .WithSummary("上传整改证明（multipart/form-data：explanation、evidence、version）。")
            .Accepts<EvidenceForm>("multipart/form-data")
            .Produces<int>().Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);
        cases.MapPost("/{id:guid}/review", (ISender sender, HttpContext http, Guid id, ReviewBody body, CancellationToken cancel) =>
                sender.AskAt(http, new ReviewCase.Command(id, Versions.Of(http, body.Version), body.Accepted, body.Reason), cancel))
            .WithSummary("复核整改：结束或退回。上传证明的人不能复核（R07-4）。")
            .Produces<int>().Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);
        cases.MapGet("/{id:guid}/evidence", async (ISender sender, Guid id, CancellationToken cancel) =>
            {
                var outcome = await sender.Send(new DownloadCaseEvidence.Command(id), cancel);
                return outcome.Refusal is { } refusal ? Problems.Of(refusal) : outcome.Value;
            })
            .WithSummary("下载整改证明。").Refuses();
    }

    private static async Task<IResult> File(ISender sender, HttpContext http, Guid id, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType)
        {
            return Problems.Of(Outcome.Shape("evidence", "请以 multipart/form-data 提交说明和证明。"));
        }
        var form = await http.Request.ReadFormAsync(cancel);
        var file = form.Files["evidence"];
        await using var evidence = file?.OpenReadStream();
        var version = int.TryParse(form["version"], out var given) ? given : (int?)null;
        return await sender.AskAt(http, new FileEvidence.Command(id, Versions.Of(http, version), form["explanation"], evidence, file?.FileName), cancel);
    }

    internal sealed record DismissBody(string? Reason);

    /// <param name="Accepted">True closes the case; false sends it back, with a reason.</param>
    internal sealed record ReviewBody(int? Version, bool? Accepted, string? Reason);

    internal sealed record EvidenceForm(string Explanation, IFormFile Evidence, int? Version);
}
