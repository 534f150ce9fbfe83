using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Screening;

internal static class ScreeningPermissions
{
    public const string Check = "screening.check";
    public const string Read = "screening.findings.read";
    public const string Import = "screening.import";
    public const string Judge = "screening.judge";
    public const string ReadCases = "screening.cases.read";
    public const string Rectify = "screening.rectify";
    public const string Watch = "screening.watch";
    public const string ReadTerms = "screening.terms.read";
    public const string ManageTerms = "screening.terms.manage";

    public static Permission[] All { get; } =
    [
        // Whoever wants to name an account may ask beforehand; the answer holds nothing but what was asked.
        new(Check, "查名称", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "screening.read" },
        new(Read, "查看排查结果", MayRead, new("R10-1", 10, null,
            "个人账号的排查结果由总行和分行的电子银行/网络金融业务管理部门办理，您不在其中。", "请联系所属分行的电子银行部门。")),
        new(Import, "导入排查文件", p => IsEBanking(p) && p.Has(Duties.Handler), new("R10-1", 10, null,
            "排查文件由总行或分行电子银行/网络金融业务管理部门的经办人员导入，您没有这项职责。", "请联系所属分行电子银行部门的经办人员。")),
        new(Judge, "确认命中与复核整改", p => IsEBanking(p) && p.Has(Duties.Handler | Duties.Approver), new("R10-1", 10, null,
            "命中的确认和整改的复核，由总行和分行电子银行/网络金融业务管理部门的经办或审批人员办理。", "请联系所属分行的电子银行部门。")),
        new(ReadCases, "查看整改", MayReadCases, new("R10-1", 10, null,
            "整改由员工所在机构的经办人员和电子银行/网络金融业务管理部门办理，您不在其中。", "请联系所属分行的电子银行部门。")),
        new(Rectify, "上传整改证明", IsHandler, new("R10-1", 10, null,
            "整改证明由员工所在机构的经办人员上传，您没有经办职责。", "请联系本机构的经办人员。")),
        new(ReadTerms, "查看字样与例外", MayReadTerms, Breach.OfShape(null, "字样与例外由系统管理员维护，电子银行部门和审计可以查看。")),
        new(ManageTerms, "维护字样与例外", p => p.Has(Duties.SystemAdministrator), Breach.OfShape(null, "字样与例外由系统管理员维护。请联系系统管理员办理。")),
        // The system alone, which holds every permission.
        new(Watch, "监测整改期限", _ => false, Breach.OfShape(null, "整改期限由系统监测，不由人员办理。")),
    ];

    public static bool MayReadTerms(CurrentPerson person) => MayRead(person) || person.Has(Duties.SystemAdministrator);

    public static bool MayReadCases(CurrentPerson person) => MayRead(person) || IsHandler(person);

    private static bool IsHandler(CurrentPerson person) =>
        person.Has(Duties.Handler) && (IsEBanking(person) || person.Level >= InstitutionLevel.SubBranch);

    /// <summary>Personal data: business people of e-banking, and auditors; no client.</summary>
    public static bool MayRead(CurrentPerson person) =>
        person.Has(Duties.Auditor) || (IsEBanking(person) && person.Has(Duties.Handler | Duties.Reviewer | Duties.Approver));

    private static bool IsEBanking(CurrentPerson person) => person.In(DepartmentKind.EBanking) && person.Level <= InstitutionLevel.Tier2Branch;
}
