using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Web.Api.Description;

/// <summary>
/// An example of any request body or answer, made from its type, so that none is forgotten or grows old: what a field holds follows
/// from its name (<see cref="ExampleValues"/>), and where no name says it, from its type.
/// </summary>
internal static class Example
{
    private const int Deepest = 6;

    /// <param name="type">The body's or answer's type.</param>
    /// <param name="name">The field that holds it, in camelCase; empty for the whole.</param>
    public static JsonNode? Of(Type type, string name = "") => Of(type, name, 0);

    /// <summary>A refusal as it is answered with that status.</summary>
    public static JsonNode OfProblem(int status)
    {
        var breach = status == StatusCodes.Status422UnprocessableEntity
            ? new ProblemBreach("R07-1", 7, "plannedRegistrationDate", "计划注册日期2026年11月24日(周二)距今天2026年11月23日(周一)不足 3 个工作日。最早可填2026年11月26日(周四)。", false)
            : new ProblemBreach(null, null, status == StatusCodes.Status400BadRequest ? "version" : null, Said(status), false);
        var problem = new Problem("about:blank", Problems.TitleOf(status), status, [breach])
        {
            CurrentVersion = status is StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed ? 4 : null,
        };
        return JsonSerializer.SerializeToNode(problem, JsonSerializerOptions.Web)!;
    }

    private static string Said(int status) => status switch
    {
        400 => "字段 version 的值不对，或者重复给出：应为整数。",
        404 => "没有找到这条记录，或者您无权查看。",
        413 => "请求的内容连同附件超过了 128 MB 的上限，没有保存。请压缩或拆分后再提交。",
        415 => "这个接口不接受 text/plain。请以 application/json 提交。",
        409 or 412 => "您打开之后，王晓梅已将这条记录修改。请核对最新内容后再提交，您填写的内容仍然保留在页面上。",
        _ => Problems.TitleOf(status),
    };

    private static JsonNode? Of(Type type, string name, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (ExampleValues.For(type, name) is { } known)
        {
            return known;
        }
        if (type == typeof(JsonObject))
        {
            return ExampleValues.Patch();
        }
        if (depth == Deepest)
        {
            return null;
        }
        if (ElementOf(type) is { } element)
        {
            // A list of names is told by its singular.
            return new JsonArray(Of(element, name.EndsWith('s') ? name[..^1] : name, depth + 1));
        }
        var example = new JsonObject();
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsShown))
        {
            var key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            example[key] = Of(property.PropertyType, key, depth + 1);
        }
        return example;
    }

    private static bool IsShown(PropertyInfo property) => property.GetIndexParameters().Length == 0
        && property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always };

    private static Type? ElementOf(Type type) => type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable)) ? null
        : type.GetElementType() ?? type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
