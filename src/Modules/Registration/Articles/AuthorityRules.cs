using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 10: whose application or account it is to handle.</summary>
internal static class AuthorityRules
{
    /// <summary>
    /// A branch's e-banking department manages its own branch's business and that of the lower units under it; a lower unit
    /// its own; the head office e-banking department the head office's applications. A tier-1 branch reads its tier-2
    /// branches' and writes nothing of them.
    /// </summary>
    [Rule("R10-1", RuleKind.Authority, "总行电子银行部管理全行；分行电子银行部门管理本分行及所辖机构；一级分行对所辖二级分行只读。")]
    [Article(10, "总分行电子银行/网络金融业务管理部门是微信银行的管理部门")]
    public static IEnumerable<Breach> MayHandle(CurrentPerson person, Guid institutionId, Guid managingBranchId, string institutionName)
    {
        var asDepartment = person.In(DepartmentKind.EBanking) && person.InstitutionId == managingBranchId;
        var asLowerUnit = person.Level >= InstitutionLevel.SubBranch && person.InstitutionId == institutionId;
        if (!person.Has(Duties.Handler) || !(asDepartment || asLowerUnit))
        {
            yield return new("R10-1", 10, null,
                $"这是{institutionName}的事项，由其所属分行的电子银行部门经办；您在{person.InstitutionName}{person.DepartmentName}，只能查看。",
                "请联系该机构的经办人员办理。");
        }
    }

    /// <summary>What the audit trail says of an attempt on what is not the person's to see; they hear that it isn't there.</summary>
    public static Breach OutOfSight(CurrentPerson person, string institutionName) =>
        new("R10-1", 10, null, $"这是{institutionName}的事项，不在{person.InstitutionName}{person.DepartmentName}可以查看的范围内。", "请联系该机构的经办人员办理。");
}
