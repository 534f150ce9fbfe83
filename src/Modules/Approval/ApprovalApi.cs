using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Approval.Cases;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Approval.Inbox;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval;

internal static class ApprovalApi
{
    /// <summary>The decision on one approval.</summary>
    /// <param name="Version">The version that was read; an older one is answered with 409.</param>
    /// <param name="Verdict">Approve, Return or Reject.</param>
    /// <param name="Opinion">Required for a rejection, and for a return without comments; at most 1,000 characters.</param>
    /// <param name="Comments">For a return: what is to be changed, field by field.</param>
    internal sealed record DecisionBody(int Version, Verdict Verdict, string? Opinion, IReadOnlyList<FieldComment>? Comments);

    public static void Map(IEndpointRouteBuilder api)
    {
        var approvals = api.MapGroup("/approvals").WithTags("Approvals");
        approvals.MapGet("", (
                ISender sender, ApprovalState? state, string? search, Guid? institutionId, string? sort, int? page, int? pageSize,
                CancellationToken cancel) =>
                sender.Ask(new ListApprovals.Query(state, search, institutionId, PageRequest.Of(page, pageSize), sort), cancel))
            .WithSummary("审批列表：按状态、名称、申请机构筛选，按 opened、decided、title、institution 排序（前加 - 为倒序），不指定时最近递交的在前。总行电子银行部、审计和有权限的客户端看到全部，分行看到本行及所辖。")
            .SortsBy(ListApprovals.Sorts)
            .Produces<ListPage<ListApprovals.Item>>();
        approvals.MapGet("/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) =>
                sender.Ask(new ReadApproval.Query(id), cancel))
            .WithSummary("一件审批：状态、意见、逐栏修改意见，以及作决定时要带回的版本号。")
            .Produces<ReadApproval.Item>();
        approvals.MapPost("/{id:guid}/decision", (ISender sender, Guid id, DecisionBody body, CancellationToken cancel) =>
                sender.Ask(new DecideApproval.Command(id, body.Version, body.Verdict, body.Opinion, body.Comments), cancel))
            .WithSummary("作出决定：同意（Approve）、退回（Return）或不同意（Reject）。依据第七条、第十条，仅限总行电子银行部/网络金融部审批人员，本人起草或递交的除外。")
            .Produces<DecideApproval.Result>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/work-items", (
                ISender sender, InboxTab? tab, string? search, string? step, string? institution, string? sort, int? page,
                int? pageSize, CancellationToken cancel) =>
                sender.Ask(
                    new ListWorkItems.Query(
                        tab ?? InboxTab.Open, search, step, institution, sort, PageRequest.Of(page, pageSize)), cancel))
            .WithTags("Work items")
            .WithSummary("本人的事项：待办（Open）、已办（Done）、我发起的（Started）；按名称、环节、来源机构筛选，按 since、due、closed 排序（前加 - 为倒序）。")
            .SortsBy(ListWorkItems.Sorts)
            .Produces<ListPage<ListWorkItems.Item>>();
    }
}
