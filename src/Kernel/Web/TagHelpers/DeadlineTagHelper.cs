using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>
/// How long is left, in words and colour: <c>&lt;deadline due="item.DueOn" left="item.WorkingDaysLeft" /&gt;</c> →
/// 还剩 2 个工作日 · 11月26日(周四).
/// </summary>
[HtmlTargetElement("deadline", Attributes = "due", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DeadlineTagHelper : TagHelper
{
    /// <summary>The last day in time; null writes nothing.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>Days left in <see cref="Unit"/>: 0 is today, negative is overdue, null shows only the day.</summary>
    public int? Left { get; set; }

    /// <summary>What <see cref="Left"/> counts.</summary>
    public string Unit { get; set; } = "工作日";

    /// <summary>From how many days on it is shown as near; null: 2 working days, or 7 of any other unit.</summary>
    public int? Soon { get; set; }

    /// <summary>It was done in time.</summary>
    public bool Met { get; set; }

    /// <summary>Computed for a year whose holiday arrangement is not published yet.</summary>
    public bool Provisional { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Due is not { } due)
        {
            output.SuppressOutput();
            return;
        }
        var (tone, words) = Words();
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "deadline deadline-" + tone);
        if (words.Length > 0)
            output.Content.AppendHtml("<b>").Append(words).AppendHtml("</b> ");
        output.Content.AppendHtml("<time datetime=\"").Append(DayText.Short(due)).AppendHtml("\">")
            .Append(words.Length > 0 ? DayText.WithoutYear(due) : DayFormat.Day(due)).AppendHtml("</time>");
        if (Provisional)
            output.Content.AppendHtml(" <i>暂定，节假日安排尚未公布</i>");
    }

    private (string Tone, string Words) Words()
    {
        var count = Unit == "工作日" ? "个工作日" : Unit;
        var soon = Soon ?? (Unit == "工作日" ? 2 : 7);
        return (Met, Left) switch
        {
            (true, _) => ("ok", "已按期完成"),
            (_, null) => ("quiet", ""),
            (_, < 0) => ("stop", $"已逾期 {-Left} {count}"),
            (_, 0) => ("stop", "今天到期"),
            (_, { } left) when left <= soon => ("warn", $"还剩 {left} {count}"),
            (_, { } left) => ("quiet", $"还剩 {left} {count}"),
        };
    }
}
