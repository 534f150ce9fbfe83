using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web;

/// <summary>The answer to a refused API request: <c>application/problem+json</c>.</summary>
/// <param name="Type">Always about:blank: the breaches say what is wrong.</param>
/// <param name="Title">In Chinese, by status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Breaches">Every reason at once.</param>
public sealed record Problem(string Type, string Title, int Status, IReadOnlyList<ProblemBreach> Breaches)
{
    /// <summary>The version that the record has now, when a stale one was sent.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? CurrentVersion { get; init; }
}

/// <summary>One reason.</summary>
/// <param name="Code">The rule's code; null when no rule of the measures is concerned.</param>
/// <param name="Article">The article, 1 to 20; null with the code.</param>
/// <param name="Field">The field of the request; null when all of it is meant.</param>
/// <param name="Message">What is wrong and what would make it right, in Chinese.</param>
/// <param name="Advice">True for what is only recorded and stops nobody.</param>
public sealed record ProblemBreach(string? Code, int? Article, string? Field, string Message, bool Advice);

/// <summary>The one place where refusals become HTTP.</summary>
public static class Problems
{
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Shape => StatusCodes.Status400BadRequest,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.PreconditionFailed => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Rules => StatusCodes.Status422UnprocessableEntity,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of refusal without a status."),
    };

    public static IResult Of(Refusal refusal) => Result(new(
        "about:blank", TitleOf(StatusOf(refusal.Kind)), StatusOf(refusal.Kind), [.. refusal.Breaches.Select(Of)])
    {
        CurrentVersion = refusal.CurrentVersion,
    });

    public static IResult Of(int status, string? message = null) =>
        Result(new("about:blank", TitleOf(status), status, [new(null, null, null, message ?? TitleOf(status), false)]));

    public static ProblemBreach Of(Breach breach) => new(
        breach.Code, breach.Article, breach.Field,
        breach.Remedy is null ? breach.Message : breach.Message + breach.Remedy, breach.IsAdvice);

    public static string TitleOf(int status) => status switch
    {
        400 => "请求的格式不正确",
        401 => "请先登录",
        403 => "您没有办理这件事的权限",
        404 => "没有找到",
        405 => "该地址不支持这种请求方法",
        409 => "内容已变化或当前状态不能这样办理",
        412 => "版本已变化",
        413 => "内容过大",
        415 => "不支持这种内容类型",
        422 => "不符合管理办法",
        429 => "请求过于频繁",
        _ when status >= 500 => "系统暂时无法处理",
        _ => "请求没有完成",
    };

    private static IResult Result(Problem problem) =>
        TypedResults.Json(problem, contentType: "application/problem+json", statusCode: problem.Status);
}
