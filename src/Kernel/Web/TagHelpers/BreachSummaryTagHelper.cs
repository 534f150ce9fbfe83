using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// All refusals of the page at once, each linked to its field, with rule code, article, and what to do; advice apart and quieter.
/// Writes nothing when there is nothing to say.
/// </summary>
[HtmlTargetElement("breach-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BreachSummaryTagHelper : TagHelper
{
    /// <summary>The sentence above the refusals; null or empty: a count of them, or 未能办理 when none concerns a field or a rule.</summary>
    public string? Heading { get; set; }

    /// <summary>Whether what was typed stands in the form again; false for passwords.</summary>
    public bool Kept { get; set; } = true;

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var all = ViewContext.ViewData.AllBreaches();
        var refusals = all.FindAll(breach => !breach.IsAdvice);
        var advice = all.FindAll(breach => breach.IsAdvice);
        if (refusals.Count > 0)
        {
            output.Content.AppendHtml("<div class=\"breach-summary\" role=\"alert\" tabindex=\"-1\"><h2>")
                .Append(Heading is { Length: > 0 } ? Heading : HeadingOf(refusals)).AppendHtml("</h2>");
            WriteList(output.Content, refusals);
            output.Content.AppendHtml("</div>");
        }
        if (advice.Count > 0)
        {
            output.Content.AppendHtml("<div class=\"breach-advice\" role=\"note\"><h2>提示，不影响办理</h2>");
            WriteList(output.Content, advice);
            output.Content.AppendHtml("</div>");
        }
    }

    // Somebody was quicker, or the state has moved on: nothing that was filled in is wrong, so nothing is counted.
    private string HeadingOf(List<Breach> refusals) =>
        refusals.TrueForAll(breach => breach.Field is null && breach.Code is null)
            ? "未能办理"
            : $"有 {refusals.Count} 处不符合要求{(Kept ? "，您填写的内容都已保留" : "")}";

    private static void WriteList(TagHelperContent content, List<Breach> breaches)
    {
        content.AppendHtml("<ul>");
        // A rule that refuses in many places is named once, above them.
        foreach (var rule in breaches.GroupBy(breach => (breach.Code, breach.Article)))
        {
            var named = rule.Key is not (null, null) && rule.Count() > 1;
            if (named)
                BreachHtml.BeginRule(content, rule.First());
            foreach (var breach in rule)
                BreachHtml.Write(content, breach, linked: true, basis: !named);
            if (named)
                content.AppendHtml("</ul></li>");
        }
        content.AppendHtml("</ul>");
    }
}
