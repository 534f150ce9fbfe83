using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>A state in words, with a glyph and a colour: <c>&lt;state-badge tone="wait" text="待总行审批" /&gt;</c>.</summary>
[HtmlTargetElement("state-badge", Attributes = "tone,text", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class StateBadgeTagHelper : TagHelper
{
    /// <summary>ok (done, passed), wait (with somebody), warn (needs attention), stop (refused, overdue), quiet (draft, closed).</summary>
    public string Tone { get; set; } = "quiet";

    /// <summary>The state's name.</summary>
    public string Text { get; set; } = "";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Marks.State(Tone, Text));
    }
}
