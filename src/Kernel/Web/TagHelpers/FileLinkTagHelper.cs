using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>A stored file: kind, name, size, and a small picture when there is one.</summary>
[HtmlTargetElement("file-link", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileLinkTagHelper : TagHelper
{
    /// <summary>The file's name with its extension.</summary>
    public string Name { get; set; } = "";

    /// <summary>Its size in bytes; null when unknown.</summary>
    public long? Size { get; set; }

    /// <summary>Where it can be had; null shows the file without a link.</summary>
    public string? Href { get; set; }

    /// <summary>The address of a small picture of it; null shows the kind instead.</summary>
    public string? Thumb { get; set; }

    /// <summary>Where a picture can be had to be saved; null for what <see cref="Href"/> saves already.</summary>
    public string? Save { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "file");
        if (Href is not null)
            output.Attributes.SetAttribute("href", Href);
        // An expression that is null arrives as an empty text.
        if (string.IsNullOrEmpty(Thumb))
            output.Content.AppendHtml("<span class=\"file-kind\" aria-hidden=\"true\">").Append(Kind(Name)).AppendHtml("</span>");
        else
            output.Content.AppendHtml("<img class=\"file-thumb\" alt=\"\" loading=\"lazy\" src=\"").Append(Thumb).AppendHtml("\">");
        output.Content.AppendHtml("<span class=\"file-name\">").Append(Name).AppendHtml("</span>");
        if (Size is { } bytes)
            output.Content.AppendHtml("<span class=\"file-size\">").Append(Human(bytes)).AppendHtml("</span>");
        if (!string.IsNullOrEmpty(Save))
            output.PostElement.AppendHtml(" <a class=\"file-save\" href=\"").Append(Save).AppendHtml("\" aria-label=\"下载 ").Append(Name).AppendHtml("\">下载</a>");
    }

    /// <summary>820 B, 64 KB, 1.2 MB; 1 KB is 1,024 bytes, as the desktop's file manager counts.</summary>
    public static string Human(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(bytes / 1024d):0} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576d:0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824d:0.#} GB"),
    };

    private static string Kind(string name)
    {
        var extension = Path.GetExtension(name.AsSpan()).TrimStart('.');
        return extension.Length is 0 or > 4 ? "文件" : extension.ToString().ToUpperInvariant();
    }
}
