using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.UnitTests.Approval;

/// <summary>A small bank, and its people by what they are entrusted with.</summary>
internal static class Staff
{
    public static Institution HeadOffice { get; } = Under(null, "000000", InstitutionLevel.HeadOffice, "总行");

    public static Institution Zhejiang { get; } = Under(HeadOffice, "330000", InstitutionLevel.Tier1Branch, "浙江省分行");

    public static Institution Jiangsu { get; } = Under(HeadOffice, "320000", InstitutionLevel.Tier1Branch, "江苏省分行");

    public static Institution Hangzhou { get; } = Under(Zhejiang, "330100", InstitutionLevel.Tier2Branch, "杭州分行");

    public static Institution Xihu { get; } = Under(Hangzhou, "330106", InstitutionLevel.SubBranch, "西湖支行");

    public static CurrentPerson Handler { get; } = Of("王晓梅", Zhejiang, DepartmentKind.EBanking, Duties.Handler);

    public static CurrentPerson Approver { get; } = Of("周立新", HeadOffice, DepartmentKind.EBanking, Duties.Approver);

    public static CurrentPerson OtherApprover { get; } = Of("孙海燕", HeadOffice, DepartmentKind.EBanking, Duties.Approver);

    public static CurrentPerson BranchApprover { get; } = Of("徐建国", Zhejiang, DepartmentKind.EBanking, Duties.Approver);

    public static CurrentPerson HeadOfficeHandler { get; } = Of("陈静", HeadOffice, DepartmentKind.EBanking, Duties.Handler);

    public static CurrentPerson CorporateCulture { get; } = Of("林若兰", HeadOffice, DepartmentKind.CorporateCulture, Duties.Reviewer);

    public static CurrentPerson ZhejiangOffice { get; } = Of("吴敏", Zhejiang, DepartmentKind.GeneralOffice, Duties.Reviewer);

    public static CurrentPerson JiangsuOffice { get; } = Of("范军", Jiangsu, DepartmentKind.GeneralOffice, Duties.Reviewer);

    public static CurrentPerson HangzhouOffice { get; } = Of("韩雪", Hangzhou, DepartmentKind.GeneralOffice, Duties.Reviewer);

    public static CurrentPerson Auditor { get; } = Of("何正", HeadOffice, DepartmentKind.Audit, Duties.Auditor);

    public static CurrentPerson Administrator { get; } =
        Of("邓勇", HeadOffice, DepartmentKind.Administration, Duties.SystemAdministrator);

    public static CurrentPerson Client(params string[] scopes) =>
        new() { Name = "接口客户端 it-demo", ClientId = "it-demo", Scopes = scopes.ToHashSet() };

    public static CurrentPerson Of(string name, Institution institution, DepartmentKind department, Duties duties) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name,
        InstitutionId = institution.Id,
        InstitutionName = institution.Name,
        Level = institution.Level,
        ManagingBranchId = institution.ManagingBranchId,
        Department = department,
        Duties = duties,
    };

    /// <summary>The institutions for a database of its own: copies, because a context keeps what it is given.</summary>
    public static IEnumerable<Institution> Register() =>
        new[] { HeadOffice, Zhejiang, Jiangsu, Hangzhou, Xihu }.Select(i => new Institution
        {
            Id = i.Id,
            Code = i.Code,
            Level = i.Level,
            Name = i.Name,
            ParentId = i.ParentId,
            ManagingBranchId = i.ManagingBranchId,
            Tier1BranchId = i.Tier1BranchId,
        });

    private static Institution Under(Institution? parent, string code, InstitutionLevel level, string name)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            Id = id,
            Code = code,
            Level = level,
            Name = name,
            ParentId = parent?.Id,
            ManagingBranchId = level <= InstitutionLevel.Tier2Branch ? id : parent!.ManagingBranchId,
            Tier1BranchId = level == InstitutionLevel.Tier1Branch ? id : parent?.Tier1BranchId,
        };
    }
}
