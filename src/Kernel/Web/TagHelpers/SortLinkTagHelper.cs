using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// A column's head that sorts: renders the <c>th</c> with <c>aria-sort</c> and a link that puts <c>sort=field</c> or
/// <c>sort=-field</c> into the address.
/// </summary>
[HtmlTargetElement("sort-link", Attributes = "field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class SortLinkTagHelper : TagHelper
{
    /// <summary>The column's name in the address.</summary>
    public string Field { get; set; } = "";

    /// <summary>asc or desc on the one column by which the list is sorted when the address says nothing; else null.</summary>
    public string? Default { get; set; }

    /// <summary>The query key.</summary>
    public string Key { get; set; } = "sort";

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var current = request.Query[Key].ToString();
        if (current.Length == 0 && !string.IsNullOrEmpty(Default))
            current = Default == "desc" ? "-" + Field : Field;
        var ascending = current == Field;
        var descending = current == "-" + Field;
        var address = AddressQuery.With(request, (Key, ascending ? "-" + Field : Field), ("p", null));

        var title = await output.GetChildContentAsync();
        output.TagName = "th";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("scope", "col");
        if (ascending || descending)
            output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
        output.Content.Clear();
        // The id lets the focus come back to this link after the list has been fetched anew.
        output.Content.AppendHtml("<a class=\"sort-link\" data-enhance id=\"sort-").Append(Field).AppendHtml("\" href=\"").Append(address).AppendHtml("\">").AppendHtml(title).AppendHtml("</a>");
    }
}
