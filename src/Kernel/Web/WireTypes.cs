using System.Collections;
using System.Text.Json;

namespace WeChatBankGov.Kernel.Web;

/// <summary>What a value of a type looks like in a request, in Chinese.</summary>
public static class WireTypes
{
    /// <summary>The rest of a sentence that begins with the field.</summary>
    /// <param name="type">Null when it is not known.</param>
    public static string Expected(Type? type)
    {
        type = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            null => "请按接口说明填写",
            { IsEnum: true } => "只能是 " + string.Join("、", Enum.GetNames(type)),
            _ when type == typeof(int) || type == typeof(long) => "应为整数",
            _ when type == typeof(bool) => "应为 true 或 false",
            _ when type == typeof(Guid) => "应为记录的 ID，例如 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            _ when type == typeof(DateOnly) => "应为日期，例如 2026-11-26",
            _ when type == typeof(string) => "应为文字",
            _ when ElementOf(type) is not null => "应为数组",
            _ => "应为 JSON 对象",
        };
    }

    /// <summary>Whether it comes in the address rather than in a body.</summary>
    public static bool IsSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly);
    }

    /// <summary>The type at a JSON path (<c>elements[0].reason</c>) below another; null when there is no such property.</summary>
    public static Type? At(Type? type, string path)
    {
        foreach (var part in path.Split('.', '[').Select(p => p.TrimEnd(']')))
        {
            type = type is null ? null
                : int.TryParse(part, out _) ? ElementOf(type)
                : type.GetProperties().FirstOrDefault(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == part)?.PropertyType;
        }
        return type;
    }

    private static Type? ElementOf(Type type) => type == typeof(string) || !type.IsAssignableTo(typeof(IEnumerable)) ? null
        : type.GetElementType() ?? type.GetInterfaces().Append(type)
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
