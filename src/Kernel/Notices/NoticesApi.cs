using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>For people: a client of the API has no notices.</summary>
internal static class NoticesApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("Notices");
        notices.MapGet("", (ISender sender, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListNotices.Query(PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("我的通知：未读在前，各按时间倒序。")
            .Produces<ListPage<ListNotices.Item>>();
        notices.MapGet("/unread-count", (ISender sender, CancellationToken cancel) =>
                sender.Ask(new CountUnreadNotices.Query(), cancel))
            .WithSummary("未读通知数，最多数到 100。")
            .Produces<int>();
        notices.MapPost("/{id:guid}/read", (ISender sender, Guid id, CancellationToken cancel) =>
                sender.Ask(new MarkNoticeRead.Command(id), cancel))
            .WithSummary("标为已读，返回可以接着办理的页面地址。")
            .Produces<string>();
        notices.MapPost("/read", (ISender sender, CancellationToken cancel) =>
                sender.Ask(new MarkAllNoticesRead.Command(null), cancel))
            .WithSummary("全部标为已读，返回标了多少条。")
            .Produces<int>();
    }
}
