using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.Registration.Plans;
using WeChatBankGov.Registration.Verification;
using WeChatBankGov.Registration.Verify;

namespace WeChatBankGov.Registration;

/// <summary>/api/v1/ledger and /api/v1/plans</summary>
internal static class LedgerApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/ledger/accounts").WithTags("Ledger");
        accounts.MapGet("/", (
                ISender sender, string? search, AccountState? state, AccountForm? form, Guid? institutionId, string? sort,
                int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListAccounts.Query(search, state, form, institutionId, sort, PageRequest.Of(page, pageSize)), cancel))
            .WithSummary("账号台账：状态按当前时间计算；筛选、排序、分页。")
            .SortsBy(ListAccounts.Sorts)
            .Produces<ListPage<ListAccounts.Item>>();
        accounts.MapGet("/export", (
                ISender sender, TimeProvider clock, string? search, AccountState? state, AccountForm? form, Guid? institutionId, string? sort,
                string? format, CancellationToken cancel) =>
                sender.Export(new ExportAccounts.Command(new(search, state, form, institutionId, sort, default)), format, clock, cancel))
            .WithSummary("导出账号台账（format 为 csv 或 xlsx）：列表所筛选的全部，按其顺序。")
            .SortsBy(ListAccounts.Sorts);
        accounts.MapGet("/{id:guid}", (ISender sender, Guid id, CancellationToken cancel) => sender.Ask(new ReadAccount.Query(id), cancel))
            .WithSummary("一个账号及其全部经过。")
            .Produces<ReadAccount.Detail>();
        accounts.MapPost("/{id:guid}/verification", Record)
            .WithSummary("登记官方认证，更正待确认的补录，或登记年审（multipart/form-data：verifiedOn、verifiedUntil、originalId、appId、evidence、version；年审更正 ID 时另填 idChangeReason）。")
            .Accepts<VerificationForm>("multipart/form-data")
            .Produces<RecordVerification.Recorded>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status422UnprocessableEntity);
        accounts.MapPost("/{id:guid}/late-confirmation", (ISender sender, HttpContext http, Guid id, ConfirmBody body, CancellationToken cancel) =>
                sender.AskAt(http, new ConfirmLateVerification.Command(id, Versions.Of(http, body.Version), body.InTime, body.Reason),
                    v => new RegistrationApi.VersionAnswer(v), cancel))
            .WithSummary("总行确认逾期补录：按期完成（补录）或逾期完成。")
            .Produces<RegistrationApi.VersionAnswer>()
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        accounts.MapPost("/{id:guid}/late-return", (ISender sender, HttpContext http, Guid id, ReasonBody body, CancellationToken cancel) =>
                sender.AskAt(http, new ReturnLateVerification.Command(id, Versions.Of(http, body.Version), body.Reason),
                    v => new RegistrationApi.VersionAnswer(v), cancel))
            .WithSummary("总行退回逾期补录，由申请机构更正后重新补录。")
            .Produces<RegistrationApi.VersionAnswer>()
            .Refuses(StatusCodes.Status409Conflict);
        accounts.MapPost("/{id:guid}/revocation", (ISender sender, HttpContext http, Guid id, ReasonBody body, CancellationToken cancel) =>
                sender.AskAt(http, new RevokeApproval.Command(id, Versions.Of(http, body.Version), body.Reason),
                    v => new RegistrationApi.VersionAnswer(v), cancel))
            .WithSummary("总行撤销逾期未认证的批准，名称随之释放。")
            .Produces<RegistrationApi.VersionAnswer>()
            .Refuses(StatusCodes.Status409Conflict);
        accounts.MapGet("/{id:guid}/evidence", async (ISender sender, Guid id, CancellationToken cancel) =>
            {
                var outcome = await sender.Send(new DownloadEvidence.Command(id), cancel);
                return outcome.Refusal is { } refusal ? Problems.Of(refusal) : outcome.Value;
            })
            .WithSummary("下载认证的证明文件。");

        api.MapGet("/ledger/verify", (ISender sender, string? name, string? appId, string? originalId, CancellationToken cancel) =>
                sender.Ask(new VerifyAccount.Query(name, appId, originalId), cancel))
            .WithTags("Ledger")
            .WithSummary("这是我行的吗：按名称、AppID 或原始ID核对全行台账，三者填一个；没有的也明确答复。")
            .Produces<VerifyAccount.Answer>();

        var plans = api.MapGroup("/plans").WithTags("Plans");
        plans.MapGet("/", (ISender sender, Guid? id, PlanKind? kind, bool? inForce, string? search, string? sort, int? page, int? pageSize, CancellationToken cancel) =>
                sender.Ask(new ListPlans.Query(kind, inForce ?? false, search, PageRequest.Of(page, pageSize), id, sort), cancel))
            .WithSummary("规划列表：总行统一规划与分行建设规划；筛选、排序、分页。")
            .SortsBy(ListPlans.Sorts)
            .Produces<ListPage<ListPlans.Item>>();
        plans.MapGet("/export", (
                ISender sender, TimeProvider clock, PlanKind? kind, bool? inForce, string? search, string? sort, string? format, CancellationToken cancel) =>
                sender.Export(new ExportPlans.Command(new(kind, inForce ?? false, search, default, Sort: sort)), format, clock, cancel))
            .WithSummary("导出规划（format 为 csv 或 xlsx）：列表所筛选的全部，按其顺序。")
            .SortsBy(ListPlans.Sorts);
        plans.MapPost("/", (ISender sender, PublishPlan.Command body, CancellationToken cancel) =>
                sender.Create(body, id => $"/api/v1/plans?id={id}", cancel))
            .WithSummary("发布规划（第三条、第十条）。")
            .Produces<Guid>(StatusCodes.Status201Created);
        plans.MapPost("/{id:guid}/repeal", (ISender sender, HttpContext http, Guid id, RegistrationApi.VersionBody body, CancellationToken cancel) =>
                sender.Do(new RepealPlan.Command(id, Versions.Of(http, body.Version)), cancel))
            .WithSummary("废止规划。")
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> Record(ISender sender, HttpContext http, Guid id, CancellationToken cancel)
    {
        if (!http.Request.HasFormContentType)
        {
            return Problems.Of(Outcome.Shape("evidence", "请以 multipart/form-data 提交认证信息和证明文件。"));
        }
        var form = await http.Request.ReadFormAsync(cancel);
        var file = form.Files["evidence"];
        await using var evidence = file?.OpenReadStream();
        var version = int.TryParse(form["version"], out var given) ? given : (int?)null;
        return await sender.AskAt(http, new RecordVerification.Command(
            id, Versions.Of(http, version), form["verifiedOn"], form["verifiedUntil"],
            form["originalId"], form["appId"], evidence, file?.FileName, form["idChangeReason"]), cancel);
    }

    /// <param name="InTime">True: 按期完成（补录）; false: 逾期完成.</param>
    internal sealed record ConfirmBody(int? Version, bool? InTime, string? Reason);

    internal sealed record ReasonBody(int? Version, string? Reason);

    internal sealed record VerificationForm(
        DateOnly VerifiedOn, DateOnly VerifiedUntil, string OriginalId, string AppId, IFormFile Evidence, int? Version, string? IdChangeReason);
}
