using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 7: when it is lodged, and what the head office asks again.</summary>
internal static class FilingRules
{
    /// <summary>The planned registration day is at the earliest the third working day after the day of submission.</summary>
    /// <param name="today">The Beijing day of the (re)submission; it does not count.</param>
    /// <param name="planned">The planned day; null when it is missing, which R07-2 says.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="reading">How "three working days" is read (a setting).</param>
    [Rule("R07-1", RuleKind.Block, "注册微信银行须提前至少 3 个工作日递交申请表。")]
    [Article(7, "各级机构注册微信银行需提前至少3个工作日向总行电子银行部/网络金融部递交")]
    public static IEnumerable<Breach> LodgedEarlyEnough(DateOnly today, DateOnly? planned, WorkCalendar calendar, LeadTimeReading reading)
    {
        if (planned is not { } day)
        {
            yield break;
        }
        if (!WorkCalendar.Covers(day))
        {
            yield return new("R07-1", 7, "plannedRegistrationDate", $"计划注册日期 {day:yyyy-MM-dd} 超出了工作日历的范围。",
                "请填写今后一年以内的日期。");
            yield break;
        }
        var earliest = LeadTime.EarliestDay(today, calendar, reading);
        if (day < earliest.Date)
        {
            yield return new("R07-1", 7, "plannedRegistrationDate",
                $"计划注册日期{DayFormat.Day(day)}距今天{DayFormat.Day(today)}不足 3 个工作日。",
                $"最早可填{DayFormat.Day(earliest)}。");
        }
        else if (day > today.AddYears(1))
        {
            yield return new("R07-1", 7, "plannedRegistrationDate", $"计划注册日期{DayFormat.Day(day)}在一年以后。",
                "请核对年份；确需更晚注册的，请在临近时再递交。");
        }
    }

    /// <summary>
    /// The same, as it is shown to the head office: counted from the day on which the item reached it, and advice only, because a slow
    /// review must not punish the applicant.
    /// </summary>
    /// <param name="reached">The Beijing day on which it reached the head office.</param>
    /// <param name="planned">The planned day; null when it is missing.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="reading">As in <see cref="LodgedEarlyEnough"/>.</param>
    public static IEnumerable<Breach> LeadTimeAsAdvice(DateOnly reached, DateOnly? planned, WorkCalendar calendar, LeadTimeReading reading)
    {
        if (planned is { } day && WorkCalendar.Covers(day) && day < LeadTime.EarliestDay(reached, calendar, reading).Date)
        {
            yield return new("R07-1", 7, "plannedRegistrationDate",
                $"送达总行是{DayFormat.Day(reached)}，距计划注册日期{DayFormat.Day(day)}不足 3 个工作日。",
                "递交时符合要求的，不因审核用时退回；请尽快审批。")
            {
                IsAdvice = true,
            };
        }
    }

    /// <summary>
    /// Approval asks every submission rule again, on the facts of that moment; of the lead time only that the planned day is
    /// not past.
    /// </summary>
    /// <param name="today">The Beijing day of the decision.</param>
    /// <param name="planned">The planned day.</param>
    /// <param name="submissionRules">What the submission's rules find now, R07-1 left out.</param>
    [Rule("R07-8", RuleKind.Block, "总行同意前，对递交时的各项规则按当时情况再核一遍；计划注册日期已过的须退回改期。", Derived = true)]
    [Article(7, "总行电子银行部/网络金融部对申请微信银行进行审批管理")]
    public static IEnumerable<Breach> StillHoldsAtApproval(DateOnly today, DateOnly? planned, RuleCheck submissionRules)
    {
        if (planned < today)
        {
            yield return new("R07-8", 7, "plannedRegistrationDate", $"计划注册日期{DayFormat.Day(planned.Value)}已经过去。",
                "请退回申请机构，改填新的计划注册日期后再审批。");
        }
        foreach (var breach in submissionRules.Findings)
        {
            yield return breach;
        }
    }
}
