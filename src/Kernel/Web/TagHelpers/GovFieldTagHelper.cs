using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// A field of a form with everything that belongs to it: label, control, hint, what was refused about it, counters, lock note.
/// Content between its tags takes the control's place. Attributes that it does not know go to the control, <c>class</c> to the wrapper.
/// </summary>
[HtmlTargetElement("gov-field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public class GovFieldTagHelper : TagHelper
{
    /// <summary>The property, as with Microsoft's own helpers.</summary>
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>The field's name as the form of the measures has it.</summary>
    public string Label { get; set; } = "";

    /// <summary>What helps to fill it in; below the control.</summary>
    public string? Hint { get; set; }

    /// <summary>Marks the field and counts it for the section's tick. Never blocks: drafts are saved with anything missing.</summary>
    public bool Required { get; set; }

    /// <summary>An input type, or radio, checkboxes, checkbox, file; null: by the property's type.</summary>
    public string? Type { get; set; }

    /// <summary>Lines of a text area; null for a single line.</summary>
    public int? Rows { get; set; }

    /// <summary>The choices of a select, or of radio buttons and check boxes.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>The text of a first option that stands for nothing chosen.</summary>
    public string? Empty { get; set; }

    /// <summary>The longest text in characters.</summary>
    [HtmlAttributeName("maxlength")]
    public int? MaxLength { get; set; }

    /// <summary>Shows the number of characters while typing, out of <see cref="MaxLength"/>.</summary>
    public bool Count { get; set; }

    /// <summary>Shows the display width while typing (ASCII 1, anything else 2) out of this many.</summary>
    public int? WidthLimit { get; set; }

    /// <summary>The largest file in bytes.</summary>
    public long? MaxBytes { get; set; }

    /// <summary>The names of files that are uploaded already, so that an empty file control counts as filled in.</summary>
    public string? Existing { get; set; }

    /// <summary>Files are uploaded already and listed elsewhere on the page: the empty file control counts as filled in.</summary>
    public bool Filled { get; set; }

    /// <summary>The control may be read and copied, not changed.</summary>
    [HtmlAttributeName("readonly")]
    public bool ReadOnly { get; set; }

    /// <summary>The value as text, with a note why, and a hidden input in place of the control.</summary>
    public bool Locked { get; set; }

    /// <summary>The note of a locked field.</summary>
    public string LockedNote { get; set; } = "";

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Kind => Type ?? (Rows is not null ? "textarea" : Options is not null ? "select" : FieldParts.InputTypeOf(For));

    // HTML knows "readonly" for typed text only; a disabled control would not be sent back.
    private bool AsText => Locked || (ReadOnly && Kind is ("select" or "radio" or "checkboxes" or "checkbox" or "file"));

    private bool Grouped => !AsText && Kind is ("radio" or "checkboxes");

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var key = FieldPath.Key(name);
        var breaches = ViewContext.ViewData.BreachesAt(key);
        var invalid = breaches.Exists(breach => !breach.IsAdvice);
        var values = FieldValue.Of(ViewContext.ModelState, name, For.Model);
        var child = await output.GetChildContentAsync();
        if (MaxBytes is { } bytes)
            output.Attributes.SetAttribute("data-max-bytes", bytes.ToString(CultureInfo.InvariantCulture));
        var parts = new FieldParts(this, output.Content, id);
        var control = new FieldControl(name, id, values, invalid, parts.DescribedBy(breaches.Count > 0))
        {
            Others = [.. output.Attributes.Where(attribute => attribute.Name != "class")],
            Required = Required,
            ReadOnly = ReadOnly,
            MaxLength = MaxLength,
        };
        Wrap(output, key, invalid);

        output.Content.Clear();
        if (AsText)
            parts.WriteLocked(control, values);
        else if (!child.IsEmptyOrWhiteSpace)
        {
            parts.WriteLabel(Grouped);
            output.Content.AppendHtml(child);
        }
        else
            WriteControl(output.Content, parts, control);
        BreachListTagHelper.WriteList(output.Content, breaches, id + "-breaches");
        if (!AsText)
            parts.WriteHelp();
    }

    private void WriteControl(IHtmlContentBuilder to, FieldParts parts, FieldControl control)
    {
        if (Kind == "checkbox")
        {
            to.AppendHtml("<div class=\"form-check\">");
            control.WriteCheckBox(to);
            parts.WriteLabel(grouped: false, "form-check-label");
            to.AppendHtml("</div>");
            return;
        }
        parts.WriteLabel(Grouped);
        switch (Kind)
        {
            case "textarea": control.WriteTextArea(to, Rows ?? 3); break;
            case "select": control.WriteSelect(to, Options ?? [], Empty); break;
            case "radio": control.WriteChoices(to, Options ?? [], "radio"); break;
            case "checkboxes": control.WriteChoices(to, Options ?? [], "checkbox"); break;
            default: control.WriteInput(to, Kind); break;
        }
    }

    private void Wrap(TagHelperOutput output, string key, bool invalid)
    {
        var @class = output.Attributes["class"]?.Value;
        output.Attributes.Clear();
        output.TagName = Grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", FieldPath.Anchor(key));
        output.Attributes.SetAttribute("class", "field" + (invalid ? " is-invalid" : "") + (@class is null ? "" : " " + @class));
        if (Required)
            output.Attributes.SetAttribute("data-required", "");
        if (Filled || Existing is { Length: > 0 })
            output.Attributes.SetAttribute("data-filled", "");
    }
}
