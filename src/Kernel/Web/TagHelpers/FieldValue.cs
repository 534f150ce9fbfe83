using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>What stands in a control: what was typed when the form came back refused, else what the model holds.</summary>
internal static class FieldValue
{
    /// <summary>The values as a form would post them; more than one only for lists.</summary>
    public static IReadOnlyList<string> Of(ModelStateDictionary state, string name, object? model)
    {
        // A value the model got after binding (a cleared field, say) is cleared in ModelState by the page, as with Microsoft's own helpers.
        if (state.TryGetValue(name, out var entry) && entry.RawValue is { } raw)
            return raw is string[] several ? several : [raw as string ?? entry.AttemptedValue ?? ""];
        return model switch
        {
            null => [],
            string text => [text],
            IFormFile => [],
            IEnumerable many => [.. many.Cast<object?>().Where(item => item is not null and not IFormFile).Select(item => Text(item!))],
            _ => [Text(model)],
        };
    }

    /// <summary>As the browser's own controls write it: 2026-11-26, 14:03, true.</summary>
    private static string Text(object value) => value switch
    {
        DateOnly day => DayText.Short(day),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
