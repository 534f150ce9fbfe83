using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation;

internal static class OrganisationPermissions
{
    public const string ReadInstitutions = "organisation.institutions.read";
    public const string ManageInstitutions = "organisation.institutions.manage";

    public const string ReadCalendar = "organisation.calendar.read";
    public const string ManageCalendar = "organisation.calendar.manage";

    public const string ReadPeople = "organisation.people.read";
    public const string ManagePeople = "organisation.people.manage";
    public const string GrantDuties = "organisation.duties.grant";
    public const string ReadRuleSwitches = "organisation.rule-switches.read";
    public const string SwitchRules = "organisation.rule-switches.switch";

    /// <summary>Who administers people, and who checks that it is done rightly.</summary>
    public static bool SeesPeople(CurrentPerson person) => person.Has(
        Duties.SystemAdministrator | Duties.SecurityAdministrator | Duties.AuditAdministrator | Duties.Auditor);

    public static Permission[] All { get; } =
    [
        new(ReadInstitutions, "查看机构", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。"))
        {
            Scope = "organisation.read",
        },
        new(ManageInstitutions, "维护机构", p => p.Has(Duties.SystemAdministrator),
            new("R08-1", 8, null, "机构由系统管理员维护。", "请联系系统管理员办理。")),
        new(ReadCalendar, "查看工作日历", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。"))
        {
            Scope = "calendar.read",
        },
        new(ManageCalendar, "维护工作日历", p => p.Has(Duties.SystemAdministrator),
            Breach.OfShape(null, "工作日历由系统管理员维护。")),
        new(ReadPeople, "查看人员", SeesPeople, Breach.OfShape(null, "人员信息由三类管理员和审计人员查看。")),
        new(ManagePeople, "维护人员", p => p.Has(Duties.SystemAdministrator),
            Breach.OfShape(null, "人员由系统管理员维护。请联系系统管理员办理。")),
        new(GrantDuties, "授予职责", p => p.Has(Duties.SecurityAdministrator),
            Breach.OfShape(null, "职责由安全管理员授予。请联系安全管理员办理。")),
        new(ReadRuleSwitches, "查看规则开关", SeesPeople, Breach.OfShape(null, "规则开关由三类管理员和审计人员查看。")),
        new(SwitchRules, "停用或启用规则", p => p.Has(Duties.SecurityAdministrator),
            Breach.OfShape(null, "规则由安全管理员停用或启用。")),
    ];
}
