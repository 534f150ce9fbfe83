using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;
using WeChatBankGov.Review.List;
using WeChatBankGov.Review.Read;

namespace WeChatBankGov.Review;

internal static class ReviewApi
{
    /// <summary>The judgement of one review.</summary>
    /// <param name="Version">The version that was read; an older one is answered with 409.</param>
    /// <param name="Elements">One judgement for each of Avatar, Name and ServicePageDesign.</param>
    /// <param name="Opinion">On the whole; may be empty, at most 1,000 characters.</param>
    internal sealed record JudgementBody(int Version, IReadOnlyList<ElementJudgement>? Elements, string? Opinion);

    public static void Map(IEndpointRouteBuilder api)
    {
        var reviews = api.MapGroup("/reviews").WithTags("Reviews");
        reviews.MapGet("", (
                ISender sender, ReviewState? state, string? search, string? sort, int? page, int? pageSize,
                CancellationToken cancel) =>
                sender.Ask(new ListReviews.Query(state, search, sort, PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("形象设计审核列表：按状态、名称筛选，按 opened、finished 排序（前加 - 为倒序）。审核部门看到分配给本部门的，申请机构看到本机构的。")
            .SortsBy(ListReviews.Sorts)
            .Produces<ListPage<ListReviews.Item>>();
        reviews.MapGet("/export", (
                ISender sender, TimeProvider clock, ReviewState? state, string? search, string? sort, string? format, CancellationToken cancel) =>
                sender.Export(new ExportReviews.Command(new(state, search, sort, default)), format, clock, cancel))
            .WithSummary("导出形象设计审核（format 为 csv 或 xlsx）：列表所筛选的全部，按其顺序。")
            .SortsBy(ListReviews.Sorts);
        reviews.MapGet("/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) =>
                sender.Ask(new ReadReview.Query(id), cancel))
            .WithSummary("一件形象设计审核：头像、名称、服务页面UI设计三项材料与结论、以前各轮的结论，以及提交结论时要带回的版本号。")
            .Produces<ReadReview.Item>();
        reviews.MapPost("/{id:guid}/judgement", (ISender sender, Guid id, JudgementBody body, CancellationToken cancel) =>
                sender.Ask(new JudgeVisualIdentity.Command(id, body.Version, body.Elements, body.Opinion), cancel))
            .WithSummary("提交审核结论：三项逐项判断，不符合的写明理由，三项都符合才通过。依据第四条、第九条，仅限被分配部门的审核人员，本人起草或递交的除外。")
            .Produces<JudgeVisualIdentity.Result>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }
}
