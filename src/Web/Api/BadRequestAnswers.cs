using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Web.Api;

/// <summary>
/// What the framework could not read from an API request: 400 that names the field and says in Chinese what belongs there.
/// Inside the request log, for a caller's mistake is no fault of the host.
/// </summary>
internal static partial class BadRequestAnswers
{
    public static void UseBadRequestAnswers(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException bad) when (http.Request.Path.StartsWithSegments("/api") && !http.Response.HasStarted)
        {
            await Answer(http, bad).ExecuteAsync(http);
        }
    });

    private static IResult Answer(HttpContext http, BadHttpRequestException bad)
    {
        if (bad.StatusCode != StatusCodes.Status400BadRequest)
        {
            return Problems.Of(bad.StatusCode, BodyAnswers.Of(http, bad.StatusCode));
        }
        if (bad.InnerException is JsonException json)
        {
            return Problems.Of(OfBody(http, json));
        }
        // The framework tells the parameter in its message only; without one the whole request is meant.
        return Parameter().Match(bad.Message) is { Success: true } named && TypeOf(http, named.Groups["name"].Value) is { } type
            ? Problems.Of(bad.Message.StartsWith("Required", StringComparison.Ordinal)
                ? Missing(named.Groups["name"].Value, type)
                : Outcome.Shape(named.Groups["name"].Value, $"参数 {named.Groups["name"].Value} {WireTypes.Expected(type)}。"))
            : Problems.Of(bad.Message.Contains("no body was provided", StringComparison.Ordinal)
                ? NoBody
                : Outcome.Shape(null, Problems.TitleOf(StatusCodes.Status400BadRequest)));
    }

    private static Refusal NoBody => Outcome.Shape(null, "请求没有内容：请以 JSON 提交。");

    private static Refusal Missing(string name, Type type) =>
        WireTypes.IsSimple(type) ? Outcome.Shape(name, $"请提供参数 {name}。") : NoBody;

    private static Refusal OfBody(HttpContext http, JsonException json)
    {
        var path = json.Path?.TrimStart('$').TrimStart('.') ?? "";
        // A reader's error has another one inside that only says where the text stops being JSON.
        var isSyntax = json.InnerException is JsonException;
        if (isSyntax || path.Length == 0)
        {
            return Outcome.Shape(null, isSyntax
                ? $"请求体不是有效的 JSON：第 {json.LineNumber + 1} 行附近写法不对。"
                : "请求体的类型不对：" + WireTypes.Expected(BodyType(http)) + "。");
        }
        var field = path.Length <= 60 ? path : path[..60] + "…";
        return Outcome.Shape(field, $"字段 {field} 的值不对，或者重复给出：{WireTypes.Expected(WireTypes.At(BodyType(http), path))}。");
    }

    private static Type? TypeOf(HttpContext http, string parameter) => Parameters(http)
        .FirstOrDefault(p => p.Name == parameter)?.ParameterInfo.ParameterType;

    private static Type? BodyType(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;

    private static IEnumerable<IParameterBindingMetadata> Parameters(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? [];

    [GeneratedRegex("""parameter "\S+ (?<name>\w+)" """)]
    private static partial Regex Parameter();
}
