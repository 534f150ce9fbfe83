using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Registration;

internal static class RegistrationPermissions
{
    public const string Apply = "registration.apply";
    public const string Read = "registration.read";
    public const string RecordVerification = "registration.verification.record";
    public const string ConfirmVerification = "registration.verification.confirm";
    public const string WatchDeadlines = "registration.deadlines.watch";
    public const string ReadLedger = "ledger.read";
    public const string VerifyAccount = "ledger.verify";
    public const string ReadPlans = "plans.read";
    public const string PublishPlans = "plans.publish";

    public static Permission[] All { get; } =
    [
        new(Apply, "填报注册申请", IsHandler, new("R10-1", 10, null,
            "注册申请由电子银行/网络金融业务管理部门（支行、网点为本机构）的经办人员填报，您没有经办职责。", "请联系本机构的经办人员。")),
        new(Read, "查看注册申请", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "registration.read" },
        new(RecordVerification, "登记官方认证", IsHandler, new("R10-1", 10, null,
            "官方认证由账号所属机构的经办人员登记，您没有经办职责。", "请联系该机构的经办人员。")),
        new(ConfirmVerification, "确认补录与撤销", p => p.AtHeadOffice && p.In(DepartmentKind.EBanking) && p.Has(Duties.Approver),
            new("R07-7", 7, null, "逾期补录的确认和批准的撤销，只能由总行电子银行部/网络金融部的审批人员办理。", "请联系总行电子银行部。")),
        // The system alone, which holds every permission.
        new(WatchDeadlines, "监测认证期限", _ => false, Breach.OfShape(null, "认证期限由系统监测，不由人员办理。")),
        new(ReadLedger, "查看账号台账", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "ledger.read" },
        // For everybody: which accounts are official is what customers are told.
        new(VerifyAccount, "核对是否本行账号", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "ledger.read" },
        new(ReadPlans, "查看规划", p => p.Id != Guid.Empty, Breach.OfShape(null, "请先登录。")) { Scope = "plans.read" },
        new(PublishPlans, "发布规划", p => p.In(DepartmentKind.EBanking) && p.Has(Duties.Approver) && p.Level <= InstitutionLevel.Tier2Branch,
            new("R03-2", 10, null, "规划只能由总行或分行电子银行部门的审批人员发布。", "请联系本行电子银行部门负责人。")),
    ];

    private static bool IsHandler(CurrentPerson person) =>
        person.Has(Duties.Handler) && (person.In(DepartmentKind.EBanking) || person.Level >= InstitutionLevel.SubBranch);
}
