using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Contracts;

namespace WeChatBankGov.Web.Pages;

/// <summary>工作台: what waits for me, what I wait for, deadlines, quick starts; for the head office also the whole bank.</summary>
public sealed class IndexModel(
    IWorkItems workItems, IRegistrationOverview registrations, TimeProvider clock, WorkCalendarSource calendar) : GovPage
{
    private const int MostWaiting = 6;

    /// <summary>What has waited longest.</summary>
    public IReadOnlyList<WaitingItem> Waiting { get; private set; } = [];

    /// <summary>How many wait in all.</summary>
    public int WaitingCount { get; private set; }

    public MyRegistrations Mine { get; private set; } = new([], []);

    /// <summary>Null for whoever is not of the head office e-banking department.</summary>
    public BankFigures? Bank { get; private set; }

    public IReadOnlyList<QuickStart> QuickStarts { get; private set; } = [];

    public async Task OnGet()
    {
        var cancel = HttpContext.RequestAborted;
        WaitingCount = await workItems.CountMine(cancel);
        Waiting = WaitingCount == 0 ? [] : await workItems.FirstMine(MostWaiting, null, cancel);
        Mine = await registrations.Mine(cancel);
        Bank = await registrations.Bank(cancel);
        QuickStarts = [.. QuickStart.For(Me)];
    }

    /// <summary>Working days to the deadline of an item; null when it has none.</summary>
    public int? DaysLeft(WaitingItem item) =>
        item.Due is { } due ? calendar.Current.WorkingDaysBetween(clock.BeijingToday(), due) : null;
}

/// <summary>What somebody with these duties starts most often.</summary>
public sealed record QuickStart(string Title, string Href)
{
    public static IEnumerable<QuickStart> For(CurrentPerson me)
    {
        var eBanking = me.In(DepartmentKind.EBanking);
        if (me.Has(Duties.Handler) && (eBanking || me.Level >= InstitutionLevel.SubBranch))
        {
            yield return new("新建注册申请", "/registration/applications/new");
        }
        if (me.Has(Duties.Approver | Duties.Reviewer))
        {
            yield return new("办理待办", "/inbox");
        }
        if (me.Has(Duties.Approver) && eBanking && me.Level <= InstitutionLevel.Tier2Branch)
        {
            yield return new("发布规划", "/plans/new");
        }
        if (me.Has(Duties.Auditor | Duties.AuditAdministrator))
        {
            yield return new("查操作日志", "/audit");
        }
        if (me.Has(Duties.SystemAdministrator | Duties.SecurityAdministrator))
        {
            yield return new("人员与职责", "/organisation/people");
        }
        yield return new("查账号台账", "/ledger/accounts");
        yield return new("查管理办法", "/measures");
    }
}
