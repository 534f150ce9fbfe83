using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 7: the month for verification, and what holds before and after it.</summary>
internal static class VerificationRules
{
    /// <summary>Days before the end of the month on which the applicant is reminded.</summary>
    public static IReadOnlyList<int> ReminderDays { get; } = [7, 1];

    /// <summary>Days before the yearly verification ends on which the branch is reminded.</summary>
    public static IReadOnlyList<int> YearlyReminders { get; } = [60, 30, 7];

    /// <summary>The last Beijing day on which verification is in time.</summary>
    [Rule("R07-5", RuleKind.Deadline, "经审批同意后一个月内完成微信账号的官方认证（按民法典第二百零一条至第二百零三条计算）。")]
    [Article(7, "经审批同意后需在一个月内完成微信账号的官方认证")]
    public static CalendarDay LastDayFor(DateOnly approvedOn, WorkCalendar calendar) => StatutoryPeriod.OneMonthFrom(approvedOn, calendar);

    /// <summary>Until verification is recorded, and while it is lapsed or expired, an account does nothing towards customers.</summary>
    [Rule("R07-6", RuleKind.Gate, "官方认证登记之前，账号不得发布信息、开展营销活动或承载功能。")]
    [Article(7, "经审批同意后需在一个月内完成微信账号的官方认证")]
    public static IEnumerable<Breach> MayServeCustomers(string name, AccountState state)
    {
        if (state is not (AccountState.Live or AccountState.Standing))
        {
            yield return new("R07-6", 7, "account", $"账号“{name}”的状态是{state.Chinese()}，不能发布信息、开展活动或承载功能。",
                "请先完成并登记微信官方认证。");
        }
    }

    /// <summary>The verification date on the evidence lies between the approval and today.</summary>
    /// <param name="verifiedOn">The date on the evidence, a Beijing day.</param>
    /// <param name="approvedOn">The day of the approval.</param>
    /// <param name="today">The Beijing day.</param>
    [Rule("R07-7", RuleKind.Deadline, "逾期未认证的，批准失效；补录须由总行确认按期完成或逾期完成，或予以撤销。", Derived = true, Switchable = true)]
    [Article(7, "经审批同意后需在一个月内完成微信账号的官方认证")]
    public static IEnumerable<Breach> EvidenceDateIsPossible(DateOnly verifiedOn, DateOnly approvedOn, DateOnly today)
    {
        if (verifiedOn < approvedOn)
        {
            yield return new("R07-7", 7, "verifiedOn",
                $"认证日期{DayFormat.Day(verifiedOn)}早于批准日{DayFormat.Day(approvedOn)}。", "请按证明文件上的认证日期填写。");
        }
        else if (verifiedOn > today)
        {
            yield return new("R07-7", 7, "verifiedOn", $"认证日期{DayFormat.Day(verifiedOn)}在今天之后。", "请按证明文件上的认证日期填写。");
        }
    }

    /// <summary>R07-9: the yearly verification is later than the one before it, and not in the future.</summary>
    public static IEnumerable<Breach> RenewalIsLater(DateOnly verifiedOn, DateOnly previous, DateOnly today)
    {
        if (verifiedOn <= previous || verifiedOn > today)
        {
            yield return new("R07-9", 7, "verifiedOn",
                verifiedOn > today
                    ? $"认证日期{DayFormat.Day(verifiedOn)}在今天之后。"
                    : $"认证日期{DayFormat.Day(verifiedOn)}不晚于上次认证日期{DayFormat.Day(previous)}。",
                "请按本次年审的证明文件填写。");
        }
    }

    /// <summary>
    /// R07-9: a yearly verification is of the same account, whose original id and AppID stay; other ones need their reason, such
    /// as that the first were mistyped.
    /// </summary>
    public static IEnumerable<Breach> RenewalKeepsIds(
        (string? Original, string? App) before, (string Original, string App) now, string? reason)
    {
        if (!string.IsNullOrWhiteSpace(reason))
        {
            yield break;
        }
        if (now.Original != before.Original)
        {
            yield return Changed("originalId", $"原始ID由 {before.Original} 变成了 {now.Original}");
        }
        if (now.App != before.App)
        {
            yield return Changed("appId", $"AppID由 {before.App} 变成了 {now.App}");
        }

        static Breach Changed(string field, string what) => new("R07-9", 7, field,
            $"{what}；年审不改变账号本身。", "请核对是否填错；确需更正以前登记的，请在“更正说明”中写明原因。");
    }

    /// <summary>R07-7 for the head office: a verification dated after the deadline can't be confirmed as in time.</summary>
    public static IEnumerable<Breach> LateFilingIsWhatItSays(bool inTime, DateOnly verifiedOn, DateOnly due)
    {
        if (inTime && verifiedOn > due)
        {
            yield return new("R07-7", 7, "inTime",
                $"证明文件上的认证日期是{DayFormat.Day(verifiedOn)}，晚于期限{DayFormat.Day(due)}，不能确认为按期完成。",
                "请确认为逾期完成并说明理由，或撤销批准。");
        }
    }

    /// <summary>WeChat's verification is yearly: the day it ends lies about a year after the day of verification, from 11 to 13 months.</summary>
    [Rule("R07-9", RuleKind.Deadline, "微信认证每年一次：到期前 60、30、7 天提醒，过期后按未认证处理。", Derived = true,
        FurtherBasis = "微信公众平台认证有效期为一年")]
    [Article(7, "完成微信账号的官方认证")]
    public static IEnumerable<Breach> ValidityIsAYear(DateOnly verifiedOn, DateOnly verifiedUntil)
    {
        if (verifiedUntil < verifiedOn.AddMonths(11) || verifiedUntil > verifiedOn.AddMonths(13))
        {
            yield return new("R07-9", 7, "verifiedUntil",
                $"认证有效期至{DayFormat.Day(verifiedUntil)}，与认证日期{DayFormat.Day(verifiedOn)}相差不是一年左右。",
                $"微信认证有效期为一年，一般填{DayFormat.Day(verifiedOn.AddYears(1))}。");
        }
    }
}
