using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Audit;

internal static class AuditPermissions
{
    public const string Read = "audit.read";
    public const string VerifySeals = "audit.seal.verify";

    /// <summary>People only: what somebody did is nothing for a script.</summary>
    public static Permission[] All { get; } =
    [
        new(Read, "查阅操作日志", MayRead, Breach.OfShape(null, "操作日志只供审计人员和审计管理员查阅。")),
        new(VerifySeals, "核验操作日志封存", MayRead, Breach.OfShape(null, "操作日志的封存只由审计人员和审计管理员核验。")),
    ];

    public static bool MayRead(CurrentPerson person) => person.Has(Duties.Auditor | Duties.AuditAdministrator);
}
