using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.Screening;

/// <summary>/api/v1/screening/terms</summary>
internal static class TermsApi
{
    public static void Map(RouteGroupBuilder terms)
    {
        terms.MapGet("", (ISender sender, CancellationToken cancel) => sender.Ask(new ReadVocabulary.Query(), cancel))
            .WithSummary("字样与例外：现行的、历次变更、待发布的变更。")
            .Produces<ReadVocabulary.Detail>().Refuses();
        terms.MapGet("/files", (ISender sender, CancellationToken cancel) => sender.Ask(new ListPreviewFiles.Query(), cancel))
            .WithSummary("可供预览比对的文件：排查完、内容仍保存着的，最多 50 个；第一个是提出变更时不指定 fileId 所比对的。")
            .Produces<IReadOnlyList<ListPreviewFiles.Item>>().Refuses();
        terms.MapPost("/changes", (ISender sender, ProposeChange.Command body, CancellationToken cancel) =>
                sender.Create(body, id => $"/api/v1/screening/terms/changes/{id}", cancel))
            .WithSummary("提出变更：kind 为 AddTerm、RemoveTerm、AddException、RemoveException；先预览对 fileId 所指文件的影响，不指定的比对最近一次全行的文件，没有全行的比对行数最多的；发布前不生效。")
            .Produces<Guid>(StatusCodes.Status201Created).Refuses(StatusCodes.Status422UnprocessableEntity);
        terms.MapGet("/changes/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) => sender.Ask(new ReadChange.Query(id), cancel))
            .WithSummary("一项变更及其预览：所比对的文件中哪些原文会新命中、哪些不再命中。")
            .Produces<ReadChange.Detail>().Refuses();
        terms.MapPost("/changes/{id:guid}/publication", (ISender sender, HttpContext http, Guid id, PublishBody body, CancellationToken cancel) =>
                sender.AskAt(http, new PublishChange.Command(id, Versions.Of(http, body.Version)), cancel))
            .WithSummary("发布变更，返回字样表的新版次。")
            .Produces<int>().Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);
        terms.MapPost("/changes/{id:guid}/preview", (ISender sender, Guid id, Guid? fileId, CancellationToken cancel) =>
                sender.Do(new RedoChange.Command(id, Drop: false, fileId), cancel))
            .WithSummary("重新预览，fileId 同提出变更时。").Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);
        terms.MapDelete("/changes/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) => sender.Do(new RedoChange.Command(id, Drop: true), cancel))
            .WithSummary("放弃变更。").Produces(StatusCodes.Status204NoContent).Refuses(StatusCodes.Status409Conflict);
    }

    internal sealed record PublishBody(int? Version);
}
