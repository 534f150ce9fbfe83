namespace WeChatBankGov.Registration.Applications;

/// <summary>
/// 附件1《中国ⅩⅩ银行微信银行注册申请表》, parts A to E: what the applicant fills in. Drafts hold it with anything missing, so
/// every value may be null; what a submission needs is <see cref="Articles.FormRules"/>' business.
/// </summary>
internal sealed class ApplicationForm
{
    /// <summary>计划注册日期, a Beijing day.</summary>
    public DateOnly? PlannedRegistrationDate { get; set; }

    /// <summary>规划依据: the plan that it is made under.</summary>
    public Guid? PlanId { get; set; }

    /// <summary>名称</summary>
    public string? Name { get; set; }

    /// <summary>微信号</summary>
    public string? WeChatId { get; set; }

    /// <summary>功能介绍</summary>
    public string? Introduction { get; set; }

    /// <summary>VI版本</summary>
    public string? ViVersion { get; set; } = DefaultViVersion;

    /// <summary>功能定位</summary>
    public Purposes Purposes { get; set; }

    /// <summary>内容类别</summary>
    public string? PurposeText { get; set; }

    /// <summary>设立必要性</summary>
    public string? Justification { get; set; }

    /// <summary>是否含金融交易; null while not answered.</summary>
    public bool? HostsTransactions { get; set; }

    /// <summary>主体全称</summary>
    public string? SubjectName { get; set; }

    /// <summary>统一社会信用代码 (GB 32100-2015)</summary>
    public string? CreditCode { get; set; }

    /// <summary>注册地</summary>
    public string? RegisteredAddress { get; set; }

    /// <summary>运营地</summary>
    public string? OperatingAddress { get; set; }

    /// <summary>分管领导</summary>
    public OfficerContact Sponsor { get; set; } = new();

    /// <summary>责任人</summary>
    public OfficerContact Responsible { get; set; } = new();

    /// <summary>管理员</summary>
    public StaffContact Administrator { get; set; } = new();

    /// <summary>备份管理员</summary>
    public StaffContact BackupAdministrator { get; set; } = new();

    /// <summary>内容初审人、复审人、终审人</summary>
    public ContentReviewers ContentReviewers { get; set; } = new();

    /// <summary>应急联系人</summary>
    public EmergencyContact EmergencyContact { get; set; } = new();

    /// <summary>发布频率</summary>
    public string? PublishingFrequency { get; set; }

    /// <summary>第三方运营商; null when there is none.</summary>
    public string? OperatingPartner { get; set; }

    /// <summary>个人信息收集; null while not answered.</summary>
    public bool? CollectsPersonalData { get; set; }

    /// <summary>承诺书: ticked.</summary>
    public bool Undertaking { get; set; }

    /// <summary>Which version of the undertaking's text was ticked; set by the portal, whatever is sent. Null while it is not ticked.</summary>
    public string? UndertakingVersion { get; set; }

    /// <summary>The version of the text that <c>Read/_Undertaking.cshtml</c> shows: a new wording gets a new one.</summary>
    public const string CurrentUndertaking = "2026年版";

    public const string DefaultViVersion = "办公应用视觉识别系统(2014版)";
}

/// <summary>功能定位 by article 2.</summary>
[Flags]
internal enum Purposes
{
    None = 0,

    /// <summary>营销宣传</summary>
    Marketing = 1,

    /// <summary>金融交易</summary>
    Transactions = 2,

    /// <summary>客户服务</summary>
    CustomerService = 4,
}

internal sealed class OfficerContact
{
    public string? Name { get; set; }

    public string? Position { get; set; }

    public string? Phone { get; set; }
}

internal sealed class StaffContact
{
    public string? Name { get; set; }

    public string? EmployeeNumber { get; set; }

    public string? Mobile { get; set; }
}

/// <summary>三审: three different people.</summary>
internal sealed class ContentReviewers
{
    public string? First { get; set; }

    public string? Second { get; set; }

    public string? Final { get; set; }
}

/// <summary>Reachable around the clock.</summary>
internal sealed class EmergencyContact
{
    public string? Name { get; set; }

    public string? Phone { get; set; }
}
