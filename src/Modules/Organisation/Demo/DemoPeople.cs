using System.Text;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Demo;

/// <summary>A named person of the demo bank.</summary>
internal sealed record DemoPerson(string Number, string Name, string InstitutionCode, DepartmentKind Department, Duties Duties);

/// <summary>One person for each department and duty that the story needs. All sign in with <see cref="Password"/>.</summary>
internal static class DemoPeople
{
    public const string Password = "Demo-2026-Bank";

    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("HQ1001", "陈静", "000000", DepartmentKind.EBanking, Duties.Handler),
        new("HQ1002", "周立新", "000000", DepartmentKind.EBanking, Duties.Approver),
        new("HQ1003", "孙海燕", "000000", DepartmentKind.EBanking, Duties.Approver),
        new("HQ1004", "马骏", "000000", DepartmentKind.EBanking, Duties.Handler | Duties.Approver),
        new("HQ2001", "林若兰", "000000", DepartmentKind.CorporateCulture, Duties.Reviewer),
        new("HQ3001", "秦朗", "000000", DepartmentKind.Technology, Duties.Approver),
        new("HQ3101", "沈一鸣", "000000", DepartmentKind.SoftwareDevelopmentCentre, Duties.Handler),
        new("HQ3201", "罗燕", "000000", DepartmentKind.OperationsCentre, Duties.Handler),
        new("HQ9001", "何正", "000000", DepartmentKind.Audit, Duties.Auditor),
        new("HQ9101", "邓勇", "000000", DepartmentKind.Administration, Duties.SystemAdministrator),
        new("HQ9102", "潘安平", "000000", DepartmentKind.Administration, Duties.SecurityAdministrator),
        new("HQ9103", "叶知秋", "000000", DepartmentKind.Administration, Duties.AuditAdministrator),
        new("ZJ1001", "王晓梅", "330000", DepartmentKind.EBanking, Duties.Handler),
        new("ZJ1002", "赵磊", "330000", DepartmentKind.EBanking, Duties.Handler),
        new("ZJ1003", "徐建国", "330000", DepartmentKind.EBanking, Duties.Approver),
        new("ZJ2001", "吴敏", "330000", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("ZJ3001", "朱凯", "330000", DepartmentKind.Technology, Duties.Handler),
        new("HZ1001", "蒋欣", "330100", DepartmentKind.EBanking, Duties.Handler),
        new("HZ1003", "沈国强", "330100", DepartmentKind.EBanking, Duties.Approver),
        new("HZ2001", "韩雪", "330100", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("XH1001", "冯涛", "330106", DepartmentKind.Business, Duties.Handler),
        new("XX1001", "曹颖", "330106004", DepartmentKind.Business, Duties.Handler),
        new("BJ1001", "李卫东", "110000", DepartmentKind.EBanking, Duties.Handler),
        new("BJ2001", "郑文", "110000", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("SH1001", "顾佳怡", "310000", DepartmentKind.EBanking, Duties.Handler),
        new("SH2001", "陆明", "310000", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("JS1001", "丁蕾", "320000", DepartmentKind.EBanking, Duties.Handler),
        new("JS1003", "许鸣", "320000", DepartmentKind.EBanking, Duties.Approver),
        new("JS2001", "范军", "320000", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("GD1001", "黄志强", "440000", DepartmentKind.EBanking, Duties.Handler),
        new("GD2001", "梁美玲", "440000", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("SC1001", "彭波", "510000", DepartmentKind.EBanking, Duties.Handler),
        new("SC2001", "唐丽", "510000", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("NB1001", "史文杰", "330200", DepartmentKind.EBanking, Duties.Handler),
        new("NB2001", "傅瑶", "330200", DepartmentKind.GeneralOffice, Duties.Reviewer),
        new("JL1001", "佟伟", "220200", DepartmentKind.EBanking, Duties.Handler),
    ];

    /// <summary>The table that a development host prints when it starts.</summary>
    public static string Describe(IEnumerable<string> addresses)
    {
        var text = new StringBuilder().AppendLine()
            .AppendLine($"  打开 {string.Join("、", addresses)}    密码都是 {Password}")
            .AppendLine();
        foreach (var person in All)
        {
            var level = DemoBank.LevelOf(person.InstitutionCode);
            text.AppendLine($"  {person.Number}  {DemoBank.NameOf(person.InstitutionCode)} {person.Department.Chinese(level)} {person.Duties.Chinese()} {person.Name}");
        }
        return text.ToString();
    }
}
