using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.UnitTests.Web;

/// <summary>Renders one tag helper to the HTML that a page would hold.</summary>
internal sealed class TagHelperRig
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly EmptyModelMetadataProvider _metadata = new();

    public TagHelperRig(string query = "")
    {
        var http = new DefaultHttpContext();
        http.Request.Path = "/applications";
        http.Request.QueryString = new QueryString(query);
        View = new ViewContext { HttpContext = http };
        View.ViewData = new ViewDataDictionary(_metadata, View.ModelState);
    }

    public ViewContext View { get; }

    public ModelExpression Expression<T>(string name, T value) =>
        new(name, new ModelExplorer(_metadata, _metadata.GetMetadataForType(typeof(T)), value));

    public static async Task<string> Render(TagHelper helper, string content = "", params TagHelperAttribute[] attributes)
    {
        var context = new TagHelperContext([.. attributes], new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("x", [.. attributes], (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        await helper.ProcessAsync(context, output);
        await using var text = new StringWriter();
        output.WriteTo(text, Encoder);
        return text.ToString();
    }
}
