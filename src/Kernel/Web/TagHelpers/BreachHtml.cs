using System.Globalization;
using Microsoft.AspNetCore.Html;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>How one breach reads, in the summary and at its field.</summary>
internal static class BreachHtml
{
    /// <summary>Opens a list item that names the rule, and the list of what it refuses.</summary>
    public static void BeginRule(IHtmlContentBuilder to, Breach breach)
    {
        to.AppendHtml("<li class=\"breach-rule\">");
        WriteBasis(to, breach);
        to.AppendHtml("<ul>");
    }

    /// <summary>A list item: message (linked to the field when <paramref name="linked"/>), remedy, rule and article.</summary>
    public static void Write(IHtmlContentBuilder to, Breach breach, bool linked, bool basis = true)
    {
        to.AppendHtml("<li>");
        if (linked && breach.Field is { } field)
            to.AppendHtml("<a class=\"breach-message\" href=\"#").Append(FieldPath.Anchor(FieldPath.Key(field))).AppendHtml("\">")
                .Append(breach.Message).AppendHtml("</a>");
        else
            to.AppendHtml("<span class=\"breach-message\">").Append(breach.Message).AppendHtml("</span>");
        if (breach.Remedy is { } remedy)
            to.AppendHtml(" <span class=\"breach-remedy\">").Append(remedy).AppendHtml("</span>");
        if (basis && (breach.Code is not null || breach.Article is not null))
            WriteBasis(to, breach);
        to.AppendHtml("</li>");
    }

    private static void WriteBasis(IHtmlContentBuilder to, Breach breach)
    {
        to.AppendHtml(" <span class=\"breach-basis\">");
        if (breach.Code is { } code)
            to.AppendHtml("<span class=\"rule-code\">").Append(code).AppendHtml("</span> ");
        if (breach.Article is { } article)
            to.AppendHtml("<a href=\"/measures#article-").Append(article.ToString(CultureInfo.InvariantCulture)).AppendHtml("\">依据《办法》第")
                .Append(Article.ChineseNumber(article)).AppendHtml("条</a>");
        to.AppendHtml("</span>");
    }
}
