namespace WeChatBankGov.Kernel.People;

/// <summary>The five levels of article 8, from the top.</summary>
public enum InstitutionLevel
{
    /// <summary>总行</summary>
    HeadOffice = 1,

    /// <summary>一级分行</summary>
    Tier1Branch = 2,

    /// <summary>二级分行</summary>
    Tier2Branch = 3,

    /// <summary>支行</summary>
    SubBranch = 4,

    /// <summary>营业网点</summary>
    Outlet = 5,
}

/// <summary>What a person works for within an institution; articles 7 and 9 to 12 speak of these.</summary>
public enum DepartmentKind
{
    /// <summary>A department that the measures give no task: a sub-branch's business department, say.</summary>
    Business = 0,

    /// <summary>电子银行部/网络金融部</summary>
    EBanking = 1,

    /// <summary>企业文化部</summary>
    CorporateCulture = 2,

    /// <summary>办公室</summary>
    GeneralOffice = 3,

    /// <summary>科技与产品管理局/部</summary>
    Technology = 4,

    /// <summary>软件开发中心</summary>
    SoftwareDevelopmentCentre = 5,

    /// <summary>运营中心</summary>
    OperationsCentre = 6,

    /// <summary>审计部</summary>
    Audit = 7,

    /// <summary>信息科技运维：portal administration, no business.</summary>
    Administration = 8,
}

/// <summary>What a person is entrusted with. The three administrators are kept apart from each other and from business.</summary>
[Flags]
public enum Duties
{
    None = 0,

    /// <summary>经办</summary>
    Handler = 1,

    /// <summary>审核</summary>
    Reviewer = 2,

    /// <summary>审批</summary>
    Approver = 4,

    /// <summary>审计</summary>
    Auditor = 8,

    /// <summary>系统管理员: institutions, people, calendar.</summary>
    SystemAdministrator = 16,

    /// <summary>安全管理员: duties, rule switches, API clients.</summary>
    SecurityAdministrator = 32,

    /// <summary>审计管理员: the audit trail and its seal.</summary>
    AuditAdministrator = 64,
}

/// <summary>The Chinese words of the glossary.</summary>
public static class OrganisationWords
{
    public static string Chinese(this InstitutionLevel level) => level switch
    {
        InstitutionLevel.HeadOffice => "总行",
        InstitutionLevel.Tier1Branch => "一级分行",
        InstitutionLevel.Tier2Branch => "二级分行",
        InstitutionLevel.SubBranch => "支行",
        InstitutionLevel.Outlet => "营业网点",
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Not one of the five levels of article 8."),
    };

    /// <summary>The department's name at an institution of that level.</summary>
    public static string Chinese(this DepartmentKind kind, InstitutionLevel level) => kind switch
    {
        DepartmentKind.Business => level >= InstitutionLevel.SubBranch ? "综合业务部" : "业务部门",
        DepartmentKind.EBanking => "电子银行部/网络金融部",
        DepartmentKind.CorporateCulture => "企业文化部",
        DepartmentKind.GeneralOffice => "办公室",
        DepartmentKind.Technology => level == InstitutionLevel.HeadOffice ? "科技与产品管理局" : "科技与产品管理部",
        DepartmentKind.SoftwareDevelopmentCentre => "软件开发中心",
        DepartmentKind.OperationsCentre => "运营中心",
        DepartmentKind.Audit => "审计部",
        DepartmentKind.Administration => "平台管理",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a department of the glossary."),
    };

    /// <summary>A single duty's Chinese word.</summary>
    public static string Chinese(this Duties duty) => duty switch
    {
        Duties.Handler => "经办",
        Duties.Reviewer => "审核",
        Duties.Approver => "审批",
        Duties.Auditor => "审计",
        Duties.SystemAdministrator => "系统管理员",
        Duties.SecurityAdministrator => "安全管理员",
        Duties.AuditAdministrator => "审计管理员",
        _ => string.Join("、", Enum.GetValues<Duties>().Where(d => d != Duties.None && duty.HasFlag(d)).Select(d => d.Chinese())),
    };

    public static bool IsBranch(this InstitutionLevel level) =>
        level is InstitutionLevel.Tier1Branch or InstitutionLevel.Tier2Branch;
}
