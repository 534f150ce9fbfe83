using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>Writes the control of one field; straight to the output, for forms have sixty of them.</summary>
internal sealed record FieldControl(string Name, string Id, IReadOnlyList<string> Values, bool Invalid, string? DescribedBy)
{
    /// <summary>Attributes of the tag that the field does not know, such as placeholder.</summary>
    public IReadOnlyList<TagHelperAttribute> Others { get; init; } = [];

    public bool Required { get; init; }

    public bool ReadOnly { get; init; }

    public int? MaxLength { get; init; }

    private string First => Values.Count > 0 ? Values[0] : "";

    public void WriteInput(IHtmlContentBuilder to, string type)
    {
        Open(to, "input", type == "file" ? "form-control form-control-file" : "form-control");
        Attribute(to, "type", type);
        // The browser refuses a value for files, and a password never goes back to it.
        if (type is not ("file" or "password"))
            Attribute(to, "value", First);
        to.AppendHtml(">");
    }

    public void WriteTextArea(IHtmlContentBuilder to, int rows)
    {
        Open(to, "textarea", "form-control");
        Attribute(to, "rows", rows.ToString(CultureInfo.InvariantCulture));
        // The parser drops the first line break after the tag: the typed one must not be it.
        to.AppendHtml(">\n").Append(First).AppendHtml("</textarea>");
    }

    public void WriteSelect(IHtmlContentBuilder to, IEnumerable<SelectListItem> options, string? empty)
    {
        Open(to, "select", "form-select");
        to.AppendHtml(">");
        if (empty is not null)
            to.AppendHtml("<option value=\"\">").Append(empty).AppendHtml("</option>");
        foreach (var option in options)
        {
            to.AppendHtml("<option");
            Attribute(to, "value", option.Value ?? option.Text);
            to.AppendHtml(Chosen(option) ? " selected" : "").AppendHtml(option.Disabled ? " disabled>" : ">").Append(option.Text).AppendHtml("</option>");
        }
        to.AppendHtml("</select>");
    }

    /// <summary>Radio buttons, or boxes to tick where several may be chosen.</summary>
    public void WriteChoices(IHtmlContentBuilder to, IEnumerable<SelectListItem> options, string type)
    {
        to.AppendHtml("<div class=\"choices\">");
        var number = 0;
        foreach (var option in options)
        {
            var id = number++ == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}_{number}");
            to.AppendHtml("<div class=\"form-check\">");
            WriteCheck(to, type, id, option.Value ?? option.Text, Chosen(option), option.Disabled);
            to.AppendHtml("<label class=\"form-check-label\"");
            Attribute(to, "for", id);
            to.AppendHtml(">").Append(option.Text).AppendHtml("</label></div>");
        }
        to.AppendHtml("</div>");
    }

    /// <summary>One box for yes; the hidden "false" behind it makes "no" arrive as well.</summary>
    public void WriteCheckBox(IHtmlContentBuilder to)
    {
        WriteCheck(to, "checkbox", Id, "true", Values.Contains("true"), disabled: false);
        WriteHidden(to, "false");
    }

    /// <summary>Keeps a value that is shown as text and must come back with the form.</summary>
    public void WriteHidden(IHtmlContentBuilder to, string value)
    {
        to.AppendHtml("<input type=\"hidden\"");
        Attribute(to, "name", Name);
        Attribute(to, "value", value);
        to.AppendHtml(">");
    }

    private bool Chosen(SelectListItem option) =>
        Values.Count > 0 ? Values.Contains(option.Value ?? option.Text) : option.Selected;

    private void WriteCheck(IHtmlContentBuilder to, string type, string id, string value, bool chosen, bool disabled)
    {
        to.AppendHtml(Invalid ? "<input class=\"form-check-input is-invalid\"" : "<input class=\"form-check-input\"");
        Attribute(to, "type", type);
        Attribute(to, "name", Name);
        Attribute(to, "id", id);
        Attribute(to, "value", value);
        if (DescribedBy is not null)
            Attribute(to, "aria-describedby", DescribedBy);
        WriteOthers(to);
        to.AppendHtml(chosen ? " checked" : "").AppendHtml(disabled ? " disabled>" : ">");
    }

    private void Open(IHtmlContentBuilder to, string tag, string @class)
    {
        to.AppendHtml("<" + tag + " class=\"" + @class + (Invalid ? " is-invalid\"" : "\""));
        Attribute(to, "id", Id);
        Attribute(to, "name", Name);
        if (DescribedBy is not null)
            Attribute(to, "aria-describedby", DescribedBy);
        if (MaxLength is { } max)
            Attribute(to, "maxlength", max.ToString(CultureInfo.InvariantCulture));
        to.AppendHtml(Required ? " aria-required=\"true\"" : "").AppendHtml(Invalid ? " aria-invalid=\"true\"" : "").AppendHtml(ReadOnly ? " readonly" : "");
        WriteOthers(to);
    }

    private void WriteOthers(IHtmlContentBuilder to)
    {
        foreach (var attribute in Others)
        {
            to.AppendHtml(" ");
            attribute.CopyTo(to);
        }
    }

    private static void Attribute(IHtmlContentBuilder to, string name, string value) =>
        to.AppendHtml(" " + name + "=\"").Append(value).AppendHtml("\"");
}
