using System.Globalization;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// Tells about an account's verification. A key names the account, the day and the occasion: each is told once, and again only
/// when a new calendar has moved the day.
/// </summary>
internal sealed class VerificationNotices(INotices notices, IInstitutions institutions)
{
    public async Task Tell(WeChatAccount account, VerificationOccasion occasion, CancellationToken cancel)
    {
        var (title, text) = Words(account, occasion);
        foreach (var (to, suffix) in await Recipients(account, occasion, cancel))
        {
            await notices.Post(new(Key(account, occasion) + suffix, to, title, text, $"/ledger/accounts/{account.Id}"), cancel);
        }
    }

    /// <summary>The head office has sent a late filing back.</summary>
    public async Task TellReturned(WeChatAccount account, string reason, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"registration.late-return/{account.Id:N}/{account.Version}/");
        foreach (var (to, suffix) in Applicants.Of(account.InstitutionId, account.ManagingBranchId))
        {
            await notices.Post(
                new(key + suffix, to, $"补录已退回，请更正后重新补录：{account.Name}", reason, $"/ledger/accounts/{account.Id}"), cancel);
        }
    }

    /// <summary>A new calendar has moved the last day for verification.</summary>
    public async Task TellMoved(WeChatAccount account, DateOnly before, CalendarDay due, CancellationToken cancel)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"registration.due/{account.Id:N}/{account.Version}/{due.Date:yyyyMMdd}/");
        foreach (var (to, suffix) in Applicants.Of(account.InstitutionId, account.ManagingBranchId))
        {
            await notices.Post(new(key + suffix, to, $"认证期限改为{DayFormat.Day(due)}：{account.Name}",
                $"工作日历有了新的安排，官方认证的期限由{DayFormat.Day(before)}改为{DayFormat.Day(due)}。", $"/ledger/accounts/{account.Id}"), cancel);
        }
    }

    private static string Key(WeChatAccount account, VerificationOccasion occasion) => string.Create(CultureInfo.InvariantCulture,
        $"registration.verification/{account.Id:N}/{(occasion.Yearly ? "year" : "month")}/{occasion.End:yyyyMMdd}/{occasion.DaysBefore ?? -1}/");

    /// <summary>The handlers of the managing e-banking department and of the lower unit itself; of a lapse also the head office's approvers.</summary>
    private async Task<List<(NoticeTo To, string Suffix)>> Recipients(
        WeChatAccount account, VerificationOccasion occasion, CancellationToken cancel)
    {
        List<(NoticeTo, string)> to = [.. Applicants.Of(account.InstitutionId, account.ManagingBranchId)];
        if (occasion.IsPast)
        {
            var headOffice = await institutions.HeadOffice(cancel);
            to.Add((new NoticeTo.Department(headOffice.Id, DepartmentKind.EBanking, Duties.Approver), "head-office"));
        }
        return to;
    }

    private static (string Title, string Text) Words(WeChatAccount account, VerificationOccasion occasion)
    {
        var day = DayFormat.Day(occasion.End);
        return (occasion.Yearly, occasion.DaysBefore) switch
        {
            (false, null) => ($"逾期未认证：{account.Name}",
                $"官方认证的期限{day}已过，批准失效（《办法》第七条）。已按期完成认证的，请补录并由总行确认；否则由总行撤销批准。"),
            (false, { } days) => ($"官方认证还剩不到 {days} 天：{account.Name}",
                $"须在{day}24:00前完成微信官方认证并登记，逾期批准失效（《办法》第七条）。"),
            (true, null) => ($"认证过期：{account.Name}",
                $"微信认证的有效期{day}已过，完成年审并登记之前不得发布信息、开展活动或承载功能。"),
            (true, { } days) => ($"微信认证 {days} 天内到期：{account.Name}",
                $"有效期至{day}，请及时办理年审，过期后不得对外服务。"),
        };
    }
}
