using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Files;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Import;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening;

/// <summary>/api/v1/screening/files: for people of e-banking; no client reads personal data.</summary>
internal static class FilesApi
{
    public static void Map(RouteGroupBuilder files)
    {
        files.MapGet("", (ISender sender, string? search, FileState? state, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListFiles.Query(search, state, PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("排查文件列表，新的在前。")
            .Produces<ListPage<ListFiles.Item>>()
            .Refuses();
        files.MapPost("", (ISender sender, HttpRequest request, string? fileName, CancellationToken cancel) =>
                sender.Create(new ImportFile.Command(request.Body, fileName), i => $"/api/v1/screening/files/{i.Id}", cancel))
            .WithMetadata(new RequestSizeLimitAttribute(ScreeningSettings.LargestFile + (1 << 20)), new AnswersTooLargeAttribute())
            .WithSummary("导入排查文件：请求体就是文件本身（CSV 或 XLSX，最大 200 MB、100 万行），fileName 为显示的文件名。排查在后台进行。")
            .Accepts<byte[]>("application/octet-stream", "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .Produces<ImportFile.Imported>(StatusCodes.Status201Created)
            .Refuses();
        files.MapGet("/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) => sender.Ask(new ReadFile.Query(id), cancel))
            .WithSummary("一个排查文件：进度，以及各分行的命中数。")
            .Produces<ReadFile.Detail>()
            .Refuses();
        files.MapGet("/{id:guid}/findings", (
                ISender sender, Guid id, string? search, FindingLevel? level, FindingState? state, Comparison? comparison, bool? gone, Guid? branchId,
                AccountKind? kind, string? term, string? sort, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListFindings.Query(
                    id, search, level, state, comparison, gone ?? false, branchId, kind, term, sort, PageRequest.Of(page, pageSize)), cancel))
            .SortsBy(ListFindings.Sorts)
            .WithSummary("命中列表：筛选、排序、分页；gone=true 为与上次相比已消除的。")
            .Produces<ListPage<ListFindings.Item>>()
            .Refuses();
        files.MapGet("/{id:guid}/bad-rows", (ISender sender, Guid id, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListBadRows.Query(id, PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("未能读取的行：行号与原因。")
            .Produces<ListPage<ListBadRows.Item>>()
            .Refuses();
    }
}
