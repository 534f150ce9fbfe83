using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;
using WeChatBankGov.UnitTests.Approval;

namespace WeChatBankGov.UnitTests.Registration;

/// <summary>An application that every rule accepts: a test spoils the one thing that it is about.</summary>
internal static class Filled
{
    public const string UnifiedName = "中国ⅩⅩ银行浙江分行";

    /// <summary>The files that every application has.</summary>
    public static IReadOnlyCollection<FileSlot> Files { get; } = [FileSlot.Avatar, FileSlot.ServicePageDesign, FileSlot.ContingencyPlan];

    public static ApplicationForm Form(Action<ApplicationForm>? spoil = null)
    {
        var form = new ApplicationForm
        {
            PlannedRegistrationDate = new(2026, 11, 26),
            Name = UnifiedName,
            WeChatId = "abc-zhejiang",
            Introduction = "浙江分行的网点、活动和优惠信息",
            Purposes = Purposes.Marketing,
            PurposeText = "本地优惠活动和网点信息",
            Justification = "面向浙江客户发布本地信息",
            HostsTransactions = false,
            SubjectName = "中国ⅩⅩ银行股份有限公司浙江省分行",
            CreditCode = "913300001429123456",
            RegisteredAddress = "杭州市江干区1号",
            OperatingAddress = "杭州市江干区1号",
            Sponsor = new() { Name = "赵明", Position = "副行长", Phone = "0571-87000000" },
            Responsible = new() { Name = "钱枫", Position = "总经理", Phone = "13800000001" },
            Administrator = new() { Name = "孙丽", EmployeeNumber = "330001", Mobile = "13800000002" },
            BackupAdministrator = new() { Name = "李强", EmployeeNumber = "330002", Mobile = "13800000003" },
            ContentReviewers = new() { First = "周杰", Second = "吴敏", Final = "郑华" },
            EmergencyContact = new() { Name = "王平", Phone = "13800000004" },
            CollectsPersonalData = false,
            Undertaking = true,
        };
        spoil?.Invoke(form);
        return form;
    }

    /// <summary>An account approved on a Beijing day, waiting for its verification.</summary>
    public static WeChatAccount ApprovedAccount(DateOnly approvedOn, CalendarDay due)
    {
        var branch = new InstitutionInfo(
            Staff.Zhejiang.Id, "330000", InstitutionLevel.Tier1Branch, "浙江省分行", "浙江", false, Staff.Zhejiang.Id, Staff.Zhejiang.Id);
        var now = BeijingTime.StartOfDayUtc(approvedOn);
        var application = RegistrationApplication.Start(AccountForm.SubscriptionAccount, branch, UnifiedName, Staff.Handler, now);
        return WeChatAccount.Approved(application, "key", approvedOn, due, now);
    }

    /// <summary>The one breach there is, with its code, article and field as expected.</summary>
    public static Breach ShouldRefuse(this IEnumerable<Breach> found, string code, int article, string? field)
    {
        var breach = found.ShouldHaveSingleItem();
        (breach.Code, breach.Article, breach.Field).ShouldBe((code, article, field));
        return breach;
    }
}
