using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>One bar of a <c>bar-chart</c>.</summary>
/// <param name="Label">Below the bar, such as 11月.</param>
/// <param name="Value">Its height, 0 or more.</param>
public readonly record struct ChartBar(string Label, int Value);

/// <summary>A small bar chart that is a list of numbers to whoever can't see it. Heights are SVG attributes, for inline styles are refused.</summary>
[HtmlTargetElement("bar-chart", Attributes = "items", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BarChartTagHelper : TagHelper
{
    /// <summary>The bars from left to right.</summary>
    public IEnumerable<ChartBar> Items { get; set; } = [];

    /// <summary>What is counted.</summary>
    public string Caption { get; set; } = "";

    /// <summary>The unit read out after each number.</summary>
    public string Unit { get; set; } = "";

    /// <summary>The bars stand by their height and not by time: the last one is nothing special.</summary>
    public bool Ranked { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var bars = Items.ToList();
        var highest = Math.Max(1, bars.Count == 0 ? 1 : bars.Max(bar => bar.Value));
        output.TagName = "figure";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Ranked ? "chart is-ranked" : "chart");
        output.Content.AppendHtml("<figcaption>").Append(Caption).AppendHtml("</figcaption><ol>");
        foreach (var bar in bars)
        {
            var height = Math.Round(100m * bar.Value / highest, 1);
            output.Content.AppendHtml("<li><span class=\"chart-value\">")
                .Append(bar.Value.ToString("N0", CultureInfo.InvariantCulture)).AppendHtml("<span class=\"visually-hidden\"> ").Append(Unit)
                .AppendHtml("</span></span><svg viewBox=\"0 0 10 100\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect width=\"10\" y=\""
                    + (100 - height).ToString(CultureInfo.InvariantCulture) + "\" height=\"" + height.ToString(CultureInfo.InvariantCulture)
                    + "\"/></svg><span class=\"chart-label\">").Append(bar.Label).AppendHtml("</span></li>");
        }
        output.Content.AppendHtml("</ol>");
    }
}
