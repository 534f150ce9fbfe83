using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.UnitTests.Web;

/// <summary>People of a small bank.</summary>
internal static class People
{
    public static readonly Guid HeadOffice = Guid.NewGuid();

    public static readonly Guid Zhejiang = Guid.NewGuid();

    public static CurrentPerson Auditor { get; } = At(HeadOffice, "总行", InstitutionLevel.HeadOffice, "何正", DepartmentKind.Audit, Duties.Auditor);

    public static CurrentPerson AuditAdministrator { get; } =
        At(HeadOffice, "总行", InstitutionLevel.HeadOffice, "叶知秋", DepartmentKind.Administration, Duties.AuditAdministrator);

    public static CurrentPerson Approver { get; } = At(HeadOffice, "总行", InstitutionLevel.HeadOffice, "周立新", DepartmentKind.EBanking, Duties.Approver);

    public static CurrentPerson Handler { get; } = At(Zhejiang, "浙江省分行", InstitutionLevel.Tier1Branch, "王晓梅", DepartmentKind.EBanking, Duties.Handler);

    public static CurrentPerson Colleague { get; } = At(Zhejiang, "浙江省分行", InstitutionLevel.Tier1Branch, "赵磊", DepartmentKind.EBanking, Duties.Handler);

    public static CurrentPerson Reviewer { get; } = At(Zhejiang, "浙江省分行", InstitutionLevel.Tier1Branch, "吴敏", DepartmentKind.GeneralOffice, Duties.Reviewer);

    public static CurrentPerson Client { get; } =
        new() { Name = "接口客户端 it-demo", ClientId = "it-demo", Scopes = new HashSet<string> { "measures.read", "audit.read" } };

    private static CurrentPerson At(
        Guid institution, string name, InstitutionLevel level, string person, DepartmentKind department, Duties duties) => new()
        {
            Id = Guid.NewGuid(),
            Name = person,
            InstitutionId = institution,
            InstitutionName = name,
            Level = level,
            ManagingBranchId = institution,
            Department = department,
            Duties = duties,
        };
}
