using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation.Institutions;

namespace WeChatBankGov.Organisation;

internal static class OrganisationApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/organisation/institutions", (
                ISender sender, string? search, InstitutionLevel? level, string? parent, bool? unsettled, string? sort, int? page,
                int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListInstitutions.Query(
                    search, level, parent, unsettled ?? false, sort, PageRequest.Of(page, pageSize)), cancel))
            .WithTags("Organisation")
            .WithSummary("机构列表：按名称或代码、层级、上级机构筛选，sort 为 code、name、level、placeName 之一，前加减号为倒序。")
            .SortsBy(ListInstitutions.Sorts)
            .Produces<ListPage<ListInstitutions.Item>>();
        api.MapGet("/organisation/institutions/export", (
                ISender sender, TimeProvider clock, string? search, InstitutionLevel? level, string? parent, bool? unsettled, string? sort,
                string? format, CancellationToken cancel) =>
                sender.Export(new ExportInstitutions.Command(new(search, level, parent, unsettled ?? false, sort, default)), format, clock, cancel))
            .WithTags("Organisation")
            .WithSummary("导出机构名录（format 为 csv 或 xlsx）：列表所筛选的全部，按其顺序。")
            .SortsBy(ListInstitutions.Sorts);
        api.MapGet("/organisation/institutions/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) =>
                sender.Ask(new ReadInstitution.Query(id), cancel))
            .WithTags("Organisation")
            .WithSummary("一家机构：隶属关系与下级机构。")
            .Produces<ReadInstitution.Answer>();
    }
}
