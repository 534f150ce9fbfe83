using Microsoft.AspNetCore.Razor.TagHelpers;

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
    public string Unit { get; set; } = Marks.WorkingDays;

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
        output.TagName = null;
        output.Content.SetHtmlContent(Marks.Deadline(due, Left, Unit, Soon, Met, Provisional));
    }
}
