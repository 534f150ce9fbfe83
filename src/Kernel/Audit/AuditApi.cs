using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Audit;

internal static class AuditApi
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audit/entries", (
            ISender sender, string? person, string? action, AuditResult? result, string? code, string? institution, Guid? recordId,
            DateOnly? from, DateOnly? to, int? page, int? pageSize, CancellationToken cancel) =>
        {
            var filter = new AuditFilter
            {
                Person = person,
                Action = action,
                Result = result,
                Code = code,
                Institution = institution,
                RecordId = recordId,
                From = from,
                To = to,
            };
            return sender.Ask(new ListAuditEntries.Query(filter, PageRequest.Of(page, pageSize)), cancel);
        })
        .WithTags("Audit")
        .WithSummary("操作日志：按人员、操作、结果、规则代码、机构、记录、起止日期（北京日）筛选，最新的在前。只供审计人员和审计管理员，不对接口客户端开放。")
        .Produces<ListPage<ListAuditEntries.Item>>();
}
