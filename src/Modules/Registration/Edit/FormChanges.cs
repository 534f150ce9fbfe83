using System.Text.Json;
using System.Text.Json.Nodes;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Edit;

/// <summary>Compares and normalises forms. Fields are named as the API spells them; a contact is one field.</summary>
internal static class FormChanges
{
    /// <summary>Follows from the undertaking and is nobody's to type.</summary>
    private const string Version = "undertakingVersion";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The top-level fields in which two forms differ.</summary>
    public static IReadOnlyList<string> Between(ApplicationForm before, ApplicationForm after)
    {
        var (old, now) = (ToJson(before), ToJson(after));
        return [.. old.Select(p => p.Key).Where(key => key != Version && !JsonNode.DeepEquals(old[key], now[key]))];
    }

    /// <summary>A copy with every text in NFC and trimmed; empty becomes null.</summary>
    public static ApplicationForm Normalised(ApplicationForm form)
    {
        var copy = ToJson(form).Deserialize<ApplicationForm>(Json)!;
        foreach (var text in FormTexts.All)
        {
            text.Set(copy, PlainText.Normalise(text.Get(copy)));
        }
        return copy;
    }

    /// <summary>What is stored now, with what was changed on top of <paramref name="opened"/> taken over from <paramref name="mine"/>.</summary>
    /// <param name="opened">The form as it was when it was opened, as <see cref="ToJson"/> writes it; null when it is not known: then all is taken from mine.</param>
    public static ApplicationForm Merged(ApplicationForm? opened, ApplicationForm theirs, ApplicationForm mine)
    {
        if (opened is null)
        {
            return mine;
        }
        var (merged, typed) = (ToJson(theirs), ToJson(mine));
        foreach (var field in Between(opened, mine))
        {
            merged[field] = typed[field]?.DeepClone();
        }
        return merged.Deserialize<ApplicationForm>(Json)!;
    }

    /// <summary>Null when the text is no form.</summary>
    public static ApplicationForm? Parse(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize<ApplicationForm>(text, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonObject ToJson(ApplicationForm form) => JsonSerializer.SerializeToNode(form, Json)!.AsObject();
}
