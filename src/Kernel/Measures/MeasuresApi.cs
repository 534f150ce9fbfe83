using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Measures;

internal static class MeasuresApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var measures = api.MapGroup("/measures").WithTags("Measures");
        measures.MapGet("/rules", (ISender sender, CancellationToken cancel) => sender.Ask(new ListRules.Query(), cancel))
            .WithSummary("规则目录：代码、条款、类别、引文、是否推导、是否可停用，以及近 90 天拒绝的次数。")
            .Produces<List<ListRules.Item>>();
        measures.MapGet("/rules/{code}", (ISender sender, string code, CancellationToken cancel) => sender.Ask(new ReadRule.Query(code), cancel))
            .WithSummary("一条规则。")
            .Produces<ListRules.Item>();
        measures.MapGet("/articles", (ISender sender, CancellationToken cancel) => sender.Ask(new ListArticles.Query(), cancel))
            .WithSummary("管理办法全文，逐条列出，并注明各条对应的规则代码。")
            .Produces<List<ListArticles.Item>>();
    }
}
