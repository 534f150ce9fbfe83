using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Edit;

/// <summary>What was said at a field when the application was returned, for a group of controls.</summary>
[HtmlTargetElement("annex-comment", Attributes = "field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AnnexCommentTagHelper : TagHelper
{
    /// <summary>The field as the API spells it.</summary>
    public string Field { get; set; } = "";

    /// <summary>Set by the framework.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        Write(output.Content, ((EditPage)ViewContext.ViewData.Model!).CommentsAt(Field));
    }

    internal static void Write(IHtmlContentBuilder to, IReadOnlyList<ReadApplication.CommentItem> comments)
    {
        foreach (var comment in comments)
        {
            to.AppendHtml("<blockquote class=\"field-comment\"><strong>退回意见</strong> ").Append(comment.Text)
                .AppendHtml("<small>").Append(comment.By).AppendHtml("</small></blockquote>");
        }
    }
}
