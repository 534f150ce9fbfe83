using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>Which rows are shown of how many, and links to the other pages that keep the query string.</summary>
[HtmlTargetElement("pager", Attributes = "page,total", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    internal const string DefaultKey = "p";

    /// <summary>The page shown, from 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>Rows on a page.</summary>
    public int PageSize { get; set; } = 20;

    /// <summary>How many rows there are, or as many as were counted.</summary>
    public int Total { get; set; }

    /// <summary>Counting stopped at <see cref="Total"/>: shown as 1000+.</summary>
    public bool Capped { get; set; }

    /// <summary>Whether there is a next page; null: by the total, and always when that is capped.</summary>
    public bool? More { get; set; }

    /// <summary>The query key. Not "page", which belongs to Razor Pages' routing and would bind the page's path.</summary>
    public string Key { get; set; } = DefaultKey;

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private int Last => Math.Max(1, (Total + PageSize - 1) / PageSize);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "翻页");
        var content = output.Content;
        content.AppendHtml("<p class=\"pager-count\">").Append(Range()).AppendHtml("</p>");
        var more = More ?? (Capped || Page < Last);
        if (Page <= 1 && !more && Last == 1)
            return;

        content.AppendHtml("<ul>");
        Link(content, Page > 1 ? Page - 1 : null, "上一页", "prev");
        var previous = 0;
        foreach (var number in Numbers())
        {
            if (number > previous + 1)
                content.AppendHtml("<li class=\"pager-gap\" aria-hidden=\"true\">…</li>");
            Number(content, previous = number);
        }
        Link(content, more ? Page + 1 : null, "下一页", "next");
        content.AppendHtml("</ul>");
    }

    private string Range()
    {
        if (Total <= PageSize && !Capped)
            return string.Create(CultureInfo.InvariantCulture, $"共 {Total:N0} 条");
        var first = ((Page - 1) * PageSize) + 1;
        var last = Capped && Page >= Last ? Page * PageSize : Math.Min(Page * PageSize, Total);
        return string.Create(CultureInfo.InvariantCulture, $"第 {first:N0}–{last:N0} 条，共 {Total:N0}{(Capped ? "+" : "")} 条");
    }

    /// <summary>The first and the last page, and two on either side of this one.</summary>
    private SortedSet<int> Numbers()
    {
        var numbers = new SortedSet<int> { 1, Page };
        if (!Capped)
            numbers.Add(Last);
        for (var number = Math.Max(1, Page - 2); number <= Math.Min(Last, Page + 2); number++)
            numbers.Add(number);
        return numbers;
    }

    private void Number(TagHelperContent content, int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        content.AppendHtml(number == Page ? "<li><a aria-current=\"page\" data-enhance href=\"" : "<li class=\"pager-number\"><a data-enhance href=\"")
            .Append(Address(number)).AppendHtml("\"><span class=\"visually-hidden\">第 </span>" + text + "<span class=\"visually-hidden\"> 页</span></a></li>");
    }

    private void Link(TagHelperContent content, int? target, string text, string rel)
    {
        if (target is { } number)
            content.AppendHtml("<li><a data-enhance rel=\"" + rel + "\" href=\"").Append(Address(number)).AppendHtml("\">" + text + "</a></li>");
        else
            content.AppendHtml("<li><span class=\"pager-off\">" + text + "</span></li>");
    }

    /// <summary>The same list from another page; the first one needs no key.</summary>
    internal static string Address(HttpRequest request, string key, int number) =>
        AddressQuery.With(request, (key, number == 1 ? null : number.ToString(CultureInfo.InvariantCulture)));

    private string Address(int number) => Address(ViewContext.HttpContext.Request, Key, number);
}
