using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Edit;

/// <summary>A JSON merge patch (RFC 7396) on a form: what is named changes, null clears, the rest stays.</summary>
internal static class FormPatch
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    internal sealed record Patched(ApplicationForm Form, int? Version);

    public static Outcome<Patched> Apply(ApplicationForm current, JsonObject patch)
    {
        if (Unreadable(patch, "") is { } broken)
        {
            return Outcome.Shape(broken.Length is 0 or > 60 ? null : broken, "请求内容有重复的字段，或者含有残缺的字符，请更正后重新提交。");
        }
        int? version = null;
        if (patch["version"] is { } given)
        {
            if (given.GetValueKind() != JsonValueKind.Number || !given.AsValue().TryGetValue(out int number))
            {
                return Outcome.Shape("version", "version 应为整数。");
            }
            version = number;
            patch.Remove("version");
        }
        var form = JsonSerializer.SerializeToNode(current, Strict)!.AsObject();
        if (patch.Select(p => p.Key).FirstOrDefault(key => !form.ContainsKey(key)) is { } unknown)
        {
            return Outcome.Shape(unknown.Length <= 60 ? unknown : null, $"申请表中没有名为 {Short(unknown)} 的字段。");
        }
        Merge(form, patch);
        try
        {
            return new Patched(form.Deserialize<ApplicationForm>(Strict)!, version);
        }
        catch (JsonException wrong)
        {
            var field = wrong.Path?.TrimStart('$', '.');
            return Outcome.Shape(string.IsNullOrEmpty(field) ? null : field, $"字段 {Short(field ?? "")} 的值不对：{WireTypes.Expected(WireTypes.At(typeof(ApplicationForm), field ?? ""))}。");
        }
    }

    /// <summary>JSON is read only when it is touched: where it can't be (a key twice, half a character); null when all of it can.</summary>
    private static string? Unreadable(JsonNode? node, string path)
    {
        try
        {
            return node switch
            {
                JsonObject part => part.Select(p => Unreadable(p.Value, path.Length == 0 ? p.Key : $"{path}.{p.Key}")).FirstOrDefault(p => p is not null),
                JsonArray list => list.Select(item => Unreadable(item, path)).FirstOrDefault(p => p is not null),
                JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is null => path,
                _ => null,
            };
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or InvalidOperationException)
        {
            return path;
        }
    }

    private static void Merge(JsonObject target, JsonObject patch)
    {
        foreach (var (key, value) in patch)
        {
            if (value is JsonObject part && target[key] is JsonObject nested)
            {
                Merge(nested, part);
            }
            else if (value is null && target[key] is JsonObject cleared)
            {
                foreach (var name in cleared.Select(p => p.Key).ToList())
                {
                    cleared[name] = null;
                }
            }
            else
            {
                target[key] = value?.DeepClone();
            }
        }
    }

    private static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";
}
