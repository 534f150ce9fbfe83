using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Demo;

/// <summary>Annex 1 as the demo bank's branches fill it in.</summary>
internal static class DemoForms
{
    /// <param name="name">The account's name.</param>
    /// <param name="subject">主体全称</param>
    /// <param name="place">Where it is registered and run.</param>
    /// <param name="plan">The plan it is made under.</param>
    /// <param name="planned">The planned registration day.</param>
    public static ApplicationForm Complete(string name, string subject, string place, Guid plan, DateOnly planned) => new()
    {
        Name = name,
        PlanId = plan,
        PlannedRegistrationDate = planned,
        Introduction = $"面向{place}客户，提供网点与优惠活动信息、业务办理指南和在线答疑。",
        Purposes = Purposes.Marketing | Purposes.CustomerService,
        PurposeText = "本地优惠活动、网点公告、金融知识普及；客户留言由专人在工作时间内答复。",
        Justification = $"总行服务号面向全国，难以及时发布{place}的网点调整、惠民活动等本地信息。设立后由专人每周发布不少于两次，并在一个工作日内答复客户留言，预计首年服务客户三十万人。",
        HostsTransactions = false,
        SubjectName = subject,
        CreditCode = "913300001429123456",
        RegisteredAddress = $"{place}市中心区人民路1号",
        OperatingAddress = $"{place}市中心区人民路1号",
        Sponsor = new() { Name = "沈达明", Position = "副行长", Phone = "0571-87000001" },
        Responsible = new() { Name = "徐建国", Position = "电子银行部总经理", Phone = "0571-87000002" },
        Administrator = new() { Name = "钱佳", EmployeeNumber = "EB20011", Mobile = "13800000011" },
        BackupAdministrator = new() { Name = "孔伟", EmployeeNumber = "EB20012", Mobile = "13800000012" },
        ContentReviewers = new() { First = "钱佳", Second = "孔伟", Final = "徐建国" },
        EmergencyContact = new() { Name = "孔伟", Phone = "13800000012" },
        PublishingFrequency = "每周两次",
        CollectsPersonalData = false,
        Undertaking = true,
    };
}
