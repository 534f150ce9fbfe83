using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Screening.Check;
using static WeChatBankGov.Screening.Check.MarkedTextTagHelper;

namespace WeChatBankGov.UnitTests.Screening;

public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_the_characters_and_encodes_the_rest() =>
        Html("<b>农行</b>小张", new MarkedSpan(3, 2)).ShouldBe("&lt;b&gt;<mark class=\"hit\">农行</mark>&lt;/b&gt;小张");

    [Fact]
    public void Overlapping_pieces_are_marked_as_one() =>
        Html("中国农行", new MarkedSpan(0, 3), new MarkedSpan(2, 2)).ShouldBe("<mark class=\"hit\">中国农行</mark>");

    [Fact]
    public void What_the_eye_cannot_see_is_written_as_its_code_point() =>
        Html("农\u200b行\u202e", new MarkedSpan(0, 3))
            .ShouldBe("<mark class=\"hit\">农<small class=\"code-point\">U+200B</small>行</mark><small class=\"code-point\">U+202E</small>");

    [Fact]
    public void A_line_break_is_named() => Html("一\n农行", new MarkedSpan(2, 2)).ShouldBe("一<small class=\"code-point\">换行</small><mark class=\"hit\">农行</mark>");

    [Fact]
    public void Pieces_beyond_the_text_are_left_out() => Html("农行", new MarkedSpan(1, 9), new MarkedSpan(-1, 2)).ShouldBe("农行");

    private static string Html(string text, params MarkedSpan[] spans)
    {
        var output = new TagHelperOutput("marked-text", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new MarkedTextTagHelper { Text = text, Spans = spans }.Process(
            new TagHelperContext([], new Dictionary<object, object>(), "test"), output);
        using var writer = new StringWriter();
        output.Content.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
