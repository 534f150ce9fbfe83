using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>The links of a list's page that export what is filtered, in its order: CSV and XLSX.</summary>
[HtmlTargetElement("export-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExportLinksTagHelper : TagHelper
{
    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var format in (string[])["csv", "xlsx"])
        {
            var address = AddressQuery.With(ViewContext.HttpContext.Request, ("p", null), ("size", null), ("handler", "Export"), ("format", format));
            output.Content.AppendHtml("<a class=\"btn btn-outline-secondary\" href=\"").Append(address).AppendHtml("\">导出 ")
                .Append(format.ToUpperInvariant()).AppendHtml("</a> ");
        }
    }
}
