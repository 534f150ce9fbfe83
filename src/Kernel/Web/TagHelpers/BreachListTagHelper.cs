using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// The refusals of one field, for a group of controls or a control written by hand; also the place that the summary links to.
/// </summary>
[HtmlTargetElement("breach-list", Attributes = "field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreachListTagHelper : TagHelper
{
    /// <summary>The field as a breach names it, such as <c>administrator</c>.</summary>
    public string Field { get; set; } = "";

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var key = FieldPath.Key(Field);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("id", FieldPath.Anchor(key));
        output.Attributes.SetAttribute("class", "field-anchor");
        WriteList(output.Content, ViewContext.ViewData.BreachesAt(key), id: null);
    }

    /// <summary>The list below a control; nothing when there are none.</summary>
    internal static void WriteList(IHtmlContentBuilder to, List<Breach> breaches, string? id)
    {
        if (breaches.Count == 0)
            return;
        to.AppendHtml(breaches.TrueForAll(breach => breach.IsAdvice)
            ? "<ul class=\"field-breaches is-advice\"" : "<ul class=\"field-breaches\"");
        if (id is not null)
            to.AppendHtml(" id=\"").Append(id).AppendHtml("\"");
        to.AppendHtml(">");
        foreach (var breach in breaches)
            BreachHtml.Write(to, breach, linked: false);
        to.AppendHtml("</ul>");
    }
}
