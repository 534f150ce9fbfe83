using System.Text.Json;
using System.Text.Json.Nodes;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Annex;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Edit;
using WeChatBankGov.Registration.Files;
using WeChatBankGov.Registration.List;
using WeChatBankGov.Registration.Precheck;
using WeChatBankGov.Registration.Read;
using WeChatBankGov.Registration.Start;
using WeChatBankGov.Registration.Submit;
using WeChatBankGov.Registration.Withdraw;

namespace WeChatBankGov.Registration;

/// <summary>/api/v1/registration/applications</summary>
internal static class RegistrationApi
{
    private const string Root = "/registration/applications";

    public static void Map(IEndpointRouteBuilder api)
    {
        var applications = api.MapGroup(Root).WithTags("Registration");

        applications.MapGet("/", (
                ISender sender, string? search, ApplicationState? state, AccountForm? accountForm, Guid? institutionId,
                DateOnly? submittedFrom, DateOnly? submittedTo, string? sort, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListApplications.Query(search, state, accountForm, institutionId, submittedFrom, submittedTo, sort,
                    PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("注册申请列表：筛选、排序、分页；只列出有权查看的。")
            .SortsBy(ListApplications.Sorts)
            .Produces<ListPage<ListApplications.Item>>();

        applications.MapGet("/export", (
                ISender sender, TimeProvider clock, string? search, ApplicationState? state, AccountForm? accountForm, Guid? institutionId,
                DateOnly? submittedFrom, DateOnly? submittedTo, string? sort, string? format, CancellationToken cancel) =>
                sender.Export(new ExportApplications.Command(new(search, state, accountForm, institutionId, submittedFrom, submittedTo, sort, default)),
                    format, clock, cancel))
            .WithSummary("导出注册申请（format 为 csv 或 xlsx）：列表所筛选的全部，按其顺序。")
            .SortsBy(ListApplications.Sorts);

        applications.MapPost("/", (ISender sender, StartBody body, CancellationToken cancel) =>
                sender.Create(new StartApplication.Command(body.AccountForm), started => $"/api/v1{Root}/{started.Id}", cancel))
            .WithSummary("新建申请草稿；支行、网点申请订阅号在此即被拒绝（第五条）。")
            .Produces<StartApplication.Started>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status422UnprocessableEntity);

        applications.MapGet("/{id:guid}", Read)
            .WithSummary("一份申请：表单、文件、意见、流程。ETag 是版本号。")
            .Produces<ReadApplication.Detail>();

        applications.MapPatch("/{id:guid}", Patch)
            .WithSummary("修改草稿：JSON 合并补丁（RFC 7396），版本号放在 version 或 If-Match 中。")
            .Accepts<JsonObject>("application/merge-patch+json", "application/json")
            .Produces<SaveDraft.Saved>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);

        applications.MapPost("/{id:guid}/precheck", (ISender sender, Guid id, CancellationToken cancel) =>
                sender.Ask(new PrecheckApplication.Query(id), cancel))
            .WithSummary("预检：逐条列出此刻递交会违反的规则，不递交任何内容。")
            .Produces<PrecheckApplication.Result>();

        applications.MapPost("/{id:guid}/submit", (ISender sender, HttpContext http, Guid id, VersionBody body, CancellationToken cancel) =>
                sender.AskAt(http, new SubmitApplication.Command(id, Versions.Of(http, body.Version)), cancel))
            .WithSummary("递交申请：第三条至第七条的规则一次核完。")
            .Produces<SubmitApplication.Submitted>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity);

        applications.MapPost("/{id:guid}/withdraw", (ISender sender, HttpContext http, Guid id, WithdrawBody body, CancellationToken cancel) =>
                sender.AskAt(http, new WithdrawApplication.Command(id, Versions.Of(http, body.Version), body.Reason), v => new VersionAnswer(v), cancel))
            .WithSummary("撤回：下一步办理之前可以撤回，已填写的内容保留。")
            .Produces<VersionAnswer>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);

        applications.MapPost("/{id:guid}/discard", (ISender sender, HttpContext http, Guid id, VersionBody body, CancellationToken cancel) =>
                sender.AskAt(http, new DiscardApplication.Command(id, Versions.Of(http, body.Version)), v => new VersionAnswer(v), cancel))
            .WithSummary("作废草稿、已退回或已撤回的申请。")
            .Produces<VersionAnswer>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);

        MapFiles(applications);
    }

    private static void MapFiles(RouteGroupBuilder applications)
    {
        applications.MapGet("/{id:guid}/annex", async (ISender sender, Guid id, CancellationToken cancel) =>
            {
                var outcome = await sender.Send(new DownloadAnnex.Command(id), cancel);
                return outcome.Refusal is { } refusal
                    ? Problems.Of(refusal)
                    : TypedResults.File(outcome.Value.Content, DownloadAnnex.ContentType, outcome.Value.FileName);
            })
            .WithSummary("附件1《微信银行注册申请表》的 Word 文档；每次下载都记入操作日志。")
            .Refuses();

        applications.MapPost("/{id:guid}/files/{slot}", Upload)
            .WithSummary("上传文件：slot 为 avatar、servicePageDesign、operatingAgreement、impactAssessment、contingencyPlan。")
            .Accepts<UploadForm>("multipart/form-data")
            .Produces<AddApplicationFile.Added>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);

        applications.MapGet("/{id:guid}/files/{fileId:guid}", async (ISender sender, Guid id, Guid fileId, CancellationToken cancel) =>
            {
                var outcome = await sender.Send(new DownloadApplicationFile.Command(id, fileId, AsAttachment: true), cancel);
                return outcome.Refusal is { } refusal ? Problems.Of(refusal) : outcome.Value;
            })
            .WithSummary("下载文件；每次下载都记入操作日志。");

        applications.MapDelete("/{id:guid}/files/{fileId:guid}", (
                ISender sender, HttpContext http, Guid id, Guid fileId, int? version, CancellationToken cancel) =>
                sender.AskAt(http, new RemoveApplicationFile.Command(id, Versions.Of(http, version), fileId), v => new VersionAnswer(v), cancel))
            .WithSummary("删除文件：版本号放在查询参数 version 或 If-Match 中。")
            .Produces<VersionAnswer>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed);
    }

    private static async Task<IResult> Read(ISender sender, HttpContext http, Guid id, CancellationToken cancel)
    {
        var outcome = await sender.Send(new ReadApplication.Query(id), cancel);
        if (outcome.Refusal is { } refusal)
        {
            return Problems.Of(refusal);
        }
        http.Response.Headers.ETag = Versions.Tag(outcome.Value.Version);
        return TypedResults.Ok(outcome.Value);
    }

    private static async Task<IResult> Patch(ISender sender, HttpContext http, Guid id, JsonElement patch, CancellationToken cancel)
    {
        var current = await sender.Send(new ReadApplication.Query(id), cancel);
        if (current.Refusal is { } unseen)
        {
            return Problems.Of(unseen);
        }
        if (patch.ValueKind != JsonValueKind.Object)
        {
            return Problems.Of(Outcome.Shape(null, "请求体应为 JSON 对象：写要修改的字段，值为 null 表示清空。"));
        }
        var patched = FormPatch.Apply(current.Value.Form, JsonObject.Create(patch)!);
        return patched.Refusal is { } malformed
            ? Problems.Of(malformed)
            : await sender.AskAt(http, new SaveDraft.Command(id, Versions.Of(http, patched.Value.Version), patched.Value.Form), cancel);
    }

    private static async Task<IResult> Upload(ISender sender, HttpContext http, Guid id, string slot, CancellationToken cancel)
    {
        if (Enum.GetValues<FileSlot>().Where(s => s.Field() == slot).Cast<FileSlot?>().SingleOrDefault() is not { } fileSlot)
        {
            return Problems.Of(StatusCodes.Status404NotFound, $"申请表中没有名为 {slot} 的文件。");
        }
        if (!http.Request.HasFormContentType || (await http.Request.ReadFormAsync(cancel)) is not { Files: [var file] } form)
        {
            return Problems.Of(Outcome.Shape(slot, "请以 multipart/form-data 上传一个文件。"));
        }
        await using var content = file.OpenReadStream();
        var version = int.TryParse(form["version"], out var given) ? given : (int?)null;
        return await sender.AskAt(http, new AddApplicationFile.Command(id, Versions.Of(http, version), fileSlot, content, file.FileName), cancel);
    }

    /// <param name="AccountForm">ServiceAccount or SubscriptionAccount.</param>
    internal sealed record StartBody(AccountForm? AccountForm);

    /// <param name="Version">The version that was read; may be in If-Match instead.</param>
    internal sealed record VersionBody(int? Version);

    /// <param name="Version">The version that was read; may be in If-Match instead.</param>
    /// <param name="Reason">Why, at most 500 characters; may be left out.</param>
    internal sealed record WithdrawBody(int? Version, string? Reason);

    /// <param name="Version">The version after the change.</param>
    internal sealed record VersionAnswer(int Version);

    /// <param name="File">The file.</param>
    /// <param name="Version">The version that was read; may be in If-Match instead.</param>
    internal sealed record UploadForm(IFormFile File, int? Version);
}
