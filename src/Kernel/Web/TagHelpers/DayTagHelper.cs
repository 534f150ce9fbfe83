using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using WeChatBankGov.Kernel.Calendar;

namespace WeChatBankGov.Kernel.Web.TagHelpers;

/// <summary>A day, or a moment, as a <c>time</c> element: <c>&lt;day value="Model.PlannedOn" /&gt;</c> → 2026年11月26日(周四).</summary>
[HtmlTargetElement("day", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DayTagHelper : TagHelper
{
    /// <summary>A <see cref="DateOnly"/>, or a UTC <see cref="DateTime"/> or <see cref="DateTimeOffset"/>, which is shown as Beijing time.</summary>
    public object? Value { get; set; }

    /// <summary>Shows hours and minutes too; without meaning for a <see cref="DateOnly"/>.</summary>
    public bool Time { get; set; }

    /// <summary>2026-11-26 instead of the long form.</summary>
    public bool Short { get; set; }

    /// <summary>What stands there when there is no value.</summary>
    public string None { get; set; } = "—";

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        DateTime? moment = Value switch
        {
            DateTime utc => BeijingTime.ToBeijing(utc),
            DateTimeOffset offset => BeijingTime.ToBeijing(offset.UtcDateTime),
            _ => null,
        };
        DateOnly? day = moment is { } m ? DateOnly.FromDateTime(m) : Value as DateOnly?;
        if (day is not { } shown)
        {
            output.TagName = null;
            output.Content.SetContent(None);
            return;
        }
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", moment is { } at
            ? at.ToString("yyyy-MM-ddTHH:mm:ss+08:00", CultureInfo.InvariantCulture)
            : DayText.Short(shown));
        output.Content.SetContent(Short ? DayText.Short(shown) : DayFormat.Day(shown));
        if (Time && moment is { } clock)
            output.Content.Append(clock.ToString(" HH:mm", CultureInfo.InvariantCulture));
    }
}
