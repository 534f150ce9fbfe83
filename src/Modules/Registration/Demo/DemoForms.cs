using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Registration.Demo;

/// <summary>Annex 1 as the demo bank's branches and its head office fill it in.</summary>
internal static class DemoForms
{
    private static readonly Office Elsewhere = new("人民路1号", "010-6600", "沈达明", "徐建国", "钱佳", "孔伟");

    private static readonly Dictionary<string, Office> Offices = new()
    {
        ["总行"] = new("北京市西城区金融街60号", "010-6619", "郭振华", "蔡明", "陈静", "马骏"),
        ["江苏"] = new("南京市玄武区珠江路201号", "025-5588", "顾卫东", "朱鸿", "丁蕾", "许鸣"),
        ["北京"] = new("北京市朝阳区工人体育场北路13号", "010-6522", "宋文涛", "白雪", "李卫东", "田野"),
        ["上海"] = new("上海市浦东新区世纪大道900号", "021-3878", "陆建平", "程欣", "顾佳怡", "沈悦"),
        ["四川"] = new("成都市锦江区红星路三段8号", "028-8621", "罗成", "邹敏", "彭波", "谢婷"),
        ["广东"] = new("广州市天河区体育东路118号", "020-3888", "梁伟雄", "何嘉欣", "黄志强", "林晓彤"),
        ["杭州"] = new("杭州市上城区庆春路76号", "0571-8722", "沈达明", "沈国强", "蒋欣", "钱佳"),
        ["宁波"] = new("宁波市鄞州区中山东路518号", "0574-8736", "王海波", "周启航", "史文杰", "余静"),
    };

    /// <summary>A branch's subscription account.</summary>
    /// <param name="name">The account's name.</param>
    /// <param name="subject">主体全称</param>
    /// <param name="place">Whose customers it is for, and where it is registered and run.</param>
    /// <param name="plan">The plan it is made under.</param>
    /// <param name="planned">The planned registration day.</param>
    public static ApplicationForm OfBranch(string name, string subject, string place, Guid plan, DateOnly planned)
    {
        var form = Of(Offices.GetValueOrDefault(place, Elsewhere), name, subject, plan, planned);
        form.Introduction = $"面向{place}客户，提供网点与优惠活动信息、业务办理指南和在线答疑。";
        form.PurposeText = "本地优惠活动、网点公告、金融知识普及；客户留言由专人在工作时间内答复。";
        form.Justification = $"总行服务号面向全国，难以及时发布{place}的网点调整、惠民活动等本地信息。设立后由专人每周发布不少于两次，并在一个工作日内答复客户留言，预计首年服务客户三十万人。";
        return form;
    }

    /// <summary>A service account of the head office; the parameters as above.</summary>
    public static ApplicationForm OfHeadOffice(string name, string subject, Guid plan, DateOnly planned)
    {
        var form = Of(Offices["总行"], name, subject, plan, planned);
        form.Introduction = "面向全国客户，提供产品介绍、办理指南、进度查询和在线答疑。";
        form.PurposeText = "产品介绍、使用指南、活动公告；客户留言由专人在工作时间内答复。";
        form.Justification = "现有服务号面向全部客户，难以针对这类业务持续提供专门的内容和答疑。设立后由专人每周发布不少于两次，并在一个工作日内答复客户留言，预计首年服务客户一百万人。";
        return form;
    }

    private static ApplicationForm Of(Office office, string name, string subject, Guid plan, DateOnly planned) => new()
    {
        Name = name,
        PlanId = plan,
        PlannedRegistrationDate = planned,
        Purposes = Purposes.Marketing | Purposes.CustomerService,
        HostsTransactions = false,
        SubjectName = subject,
        CreditCode = "913300001429123456",
        RegisteredAddress = office.Address,
        OperatingAddress = office.Address,
        Sponsor = new() { Name = office.Sponsor, Position = "副行长", Phone = office.Phones + "0001" },
        Responsible = new() { Name = office.Responsible, Position = "电子银行部总经理", Phone = office.Phones + "0002" },
        Administrator = new() { Name = office.Administrator, EmployeeNumber = "EB20011", Mobile = "13800000011" },
        BackupAdministrator = new() { Name = office.Backup, EmployeeNumber = "EB20012", Mobile = "13800000012" },
        ContentReviewers = new() { First = office.Administrator, Second = office.Backup, Final = office.Responsible },
        EmergencyContact = new() { Name = office.Backup, Phone = "13800000012" },
        PublishingFrequency = "每周两次",
        CollectsPersonalData = false,
        Undertaking = true,
    };

    private sealed record Office(string Address, string Phones, string Sponsor, string Responsible, string Administrator, string Backup);
}
