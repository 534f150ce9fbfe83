using System.Text.Json;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Web.TagHelpers;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Files;
using WeChatBankGov.Registration.Read;

namespace WeChatBankGov.Registration.Edit;

/// <summary>
/// A <c>gov-field</c> of annex 1: knows its label, its length or its file's limits, whether a return left it closed, and what
/// the reviewer said of it, all from where they are stated once.
/// </summary>
[HtmlTargetElement("annex-field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class AnnexFieldTagHelper : GovFieldTagHelper
{
    private static readonly Dictionary<string, FormText> Texts = FormTexts.All.ToDictionary(t => t.Path);
    private static readonly Dictionary<string, FileSlot> Slots = Enum.GetValues<FileSlot>().ToDictionary(s => s.Field());

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var page = (EditPage)ViewContext.ViewData.Model!;
        var path = string.Join('.', For.Name.Split('.').Where(part => part != "Form").Select(JsonNamingPolicy.CamelCase.ConvertName));
        var field = path.Split('.')[0];
        var text = Texts.GetValueOrDefault(path);
        Label = Label.Length > 0 ? Label : text?.Label ?? AnnexPart.Label(path);
        MaxLength ??= text?.MaxLength;
        Locked |= !page.IsOpen(field);
        if (Slots.TryGetValue(path, out var slot))
        {
            Take(slot, page, output);
        }
        await base.ProcessAsync(context, output);
        if (field == path)
        {
            AnnexCommentTagHelper.Write(output.PostContent, page.CommentsAt(field));
        }
    }

    private void Take(FileSlot slot, EditPage page, TagHelperOutput output)
    {
        var rule = ApplicationFileRules.Of(slot, page.Settings.Avatar);
        Type = "file";
        Hint = (Hint + " " + rule.Allowed).Trim();
        MaxBytes = rule.MaxBytes;
        Filled = page.FilesIn(slot).Count > 0;
        // The files themselves are listed below.
        Existing = Locked && Filled ? $"{page.FilesIn(slot).Count} 个文件" : null;
        output.Attributes.SetAttribute("accept", string.Join(',', rule.Kinds.Select(kind => kind == FileKind.Jpeg ? ".jpg,.jpeg" : "." + kind.ToString().ToLowerInvariant())));
        output.Attributes.SetAttribute("data-submit-on-change", "#save-quietly");
        if (slot.HoldsMany()) output.Attributes.SetAttribute("multiple", "multiple");
        if (rule.Square) output.Attributes.SetAttribute("data-square", "");
        if (rule.MinSide is { } min) output.Attributes.SetAttribute("data-min-px", min);
        if (rule.MaxSide is { } max) output.Attributes.SetAttribute("data-max-px", max);
    }
}
