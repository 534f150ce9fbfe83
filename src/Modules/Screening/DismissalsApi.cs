using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Dismissals;

namespace WeChatBankGov.Screening;

/// <summary>/api/v1/screening/dismissals: for people; no client reads personal data.</summary>
internal static class DismissalsApi
{
    public static void Map(RouteGroupBuilder dismissals)
    {
        dismissals.MapGet("", (ISender sender, string? search, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListDismissals.Query(search, PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("列为误报的原文，新的在前；分行只看到本行的。")
            .Produces<ListPage<ListDismissals.Item>>().Refuses();
        dismissals.MapGet("/{branchId:guid}/{textKey}", (ISender sender, Guid branchId, string textKey, CancellationToken cancel) =>
                sender.Ask(new ReadDismissal.Query(branchId, textKey), cancel))
            .WithSummary("一段列为误报的原文及其经过。").Produces<ReadDismissal.Detail>().Refuses();
        dismissals.MapPost("/{branchId:guid}/{textKey}/withdrawal", (ISender sender, Guid branchId, string textKey, WithdrawalBody body, CancellationToken cancel) =>
                sender.Ask(new TakeBackDismissal.Command(branchId, textKey, body.Reason), cancel))
            .WithSummary("撤回误报，写明理由；列为误报的人不能撤回（R07-4）。今后的文件照常命中，最近一次结果中相同的原文恢复为待确认。")
            .Produces<TakeBackDismissal.TakenBack>().Refuses();
    }

    internal sealed record WithdrawalBody(string? Reason);
}
