using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>What stands around a field's control.</summary>
internal sealed class FieldParts(GovFieldTagHelper tag, IHtmlContentBuilder to, string id)
{
    private bool HasHelp => tag.Hint is { Length: > 0 } || tag.Existing is { Length: > 0 } || tag.Count || tag.WidthLimit is not null;

    /// <summary>The ids of the texts that explain the control; null when there are none.</summary>
    public string? DescribedBy(bool breached) => (breached, HasHelp) switch
    {
        (true, true) => id + "-breaches " + id + "-help",
        (true, false) => id + "-breaches",
        (false, true) => id + "-help",
        _ => null,
    };

    /// <summary>The label, or the legend of a group.</summary>
    public void WriteLabel(bool grouped, string @class = "form-label")
    {
        to.AppendHtml(grouped ? "<legend class=\"" + @class + "\">" : "<label class=\"" + @class + "\" for=\"" + id + "\">");
        to.Append(tag.Label);
        if (tag.Required)
            to.AppendHtml("<span class=\"required\" title=\"必填\">*</span>");
        to.AppendHtml(grouped ? "</legend>" : "</label>");
    }

    /// <summary>Hint, uploaded files and live counters, together below the control.</summary>
    public void WriteHelp()
    {
        if (!HasHelp)
            return;
        to.AppendHtml("<div class=\"field-help\" id=\"" + id + "-help\">");
        if (tag.Existing is { Length: > 0 } existing)
            to.AppendHtml("<span>已上传：").Append(existing).AppendHtml("（重新选择则替换）</span> ");
        if (tag.Hint is { Length: > 0 } hint)
            to.AppendHtml("<span>").Append(hint).AppendHtml("</span>");
        if (tag.WidthLimit is { } width)
            WriteCounter("data-width-of", width);
        else if (tag.Count)
            WriteCounter("data-count-of", tag.MaxLength);
        to.AppendHtml("</div>");
    }

    /// <summary>The value as text, the note, and the hidden inputs.</summary>
    public void WriteLocked(FieldControl control, IReadOnlyList<string> values)
    {
        to.AppendHtml("<span class=\"form-label\">").Append(tag.Label).AppendHtml("</span><div class=\"locked\"><span class=\"locked-value\">")
            .Append(Shown(values)).AppendHtml("</span>");
        if (tag.Locked && tag.LockedNote.Length > 0)
            to.AppendHtml("<span class=\"locked-note\">").Append(tag.LockedNote).AppendHtml("</span>");
        to.AppendHtml("</div>");
        foreach (var value in values)
            control.WriteHidden(to, value);
    }

    /// <summary>The input type that suits the property.</summary>
    public static string InputTypeOf(ModelExpression expression) => expression.Metadata.UnderlyingOrModelType switch
    {
        var type when type == typeof(DateOnly) => "date",
        var type when type == typeof(DateTime) => "datetime-local",
        var type when type == typeof(TimeOnly) => "time",
        var type when type == typeof(bool) => "checkbox",
        var type when type == typeof(int) || type == typeof(long) || type == typeof(decimal) => "number",
        var type when typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) => "file",
        _ => "text",
    };

    private string Shown(IReadOnlyList<string> values)
    {
        if (tag.Existing is { Length: > 0 } existing)
            return existing;
        if (tag.For.Model is DateOnly day)
            return DayFormat.Day(day);
        if (tag.For.Model is bool yes)
            return yes ? "是" : "否";
        var names = tag.Options?.ToDictionary(option => option.Value ?? option.Text, option => option.Text);
        var texts = values.Where(value => value.Length > 0).Select(value => names?.GetValueOrDefault(value) ?? value).ToList();
        return texts.Count == 0 ? "（未填）" : string.Join("、", texts);
    }

    private void WriteCounter(string attribute, int? limit)
    {
        to.AppendHtml("<output class=\"field-count\" for=\"" + id + "\" " + attribute + "=\"#" + id + "\"");
        if (limit is { } most)
            to.AppendHtml(" data-limit=\"" + most.ToString(CultureInfo.InvariantCulture) + "\"");
        to.AppendHtml("></output>");
    }
}
