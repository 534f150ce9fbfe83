using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Screening.Articles;

/// <summary>Article 6 once a finding is confirmed. Pure.</summary>
internal static class RectificationRules
{
    /// <summary>R06-4: a case that is not closed by the end of its last day is overdue and goes up to the head office.</summary>
    /// <param name="due">The last Beijing day.</param>
    /// <param name="today">The Beijing day.</param>
    /// <param name="institutionName">Whose employee.</param>
    [Rule("R06-4", RuleKind.Deadline, "确认的违规字样须在期限内（默认 10 个工作日）整改；逾期的报总行督办。", Derived = true, Switchable = true,
        FurtherBasis = "第六条禁止使用，没有说发现之后怎样改正；期限由本行设定。")]
    [Article(6, "员工个人不得以中国ⅩⅩ银行名义申请微信公众号")]
    public static IEnumerable<Breach> IsInTime(DateOnly due, DateOnly today, string institutionName)
    {
        if (today > due)
        {
            yield return new("R06-4", 6, null, $"{institutionName}的整改期限{DayFormat.Day(due)}已过，尚未完成整改。", "请督促员工改名并上传证明，由另一人复核。");
        }
    }

    /// <summary>The last Beijing day: so many working days after the confirmation, which itself does not count.</summary>
    public static CalendarDay DueFor(DateOnly confirmedOn, int workingDays, WorkCalendar calendar) =>
        calendar.AddWorkingDays(confirmedOn, workingDays);

    /// <summary>R10-1 for findings and cases: the managing branch's e-banking department, or the head office's.</summary>
    public static IEnumerable<Breach> MayManage(CurrentPerson person, Guid managingBranchId, string institutionName)
    {
        if (!person.In(DepartmentKind.EBanking) || !(person.AtHeadOffice || person.InstitutionId == managingBranchId))
        {
            yield return NotYours(person, institutionName, "管理分行或总行的电子银行部门");
        }
    }

    /// <summary>R10-1 for evidence: the handlers of the employee's own institution, and of the managing branch's e-banking department.</summary>
    public static IEnumerable<Breach> MayRectify(CurrentPerson person, Guid institutionId, Guid managingBranchId, string institutionName)
    {
        var asUnit = person.Level >= InstitutionLevel.SubBranch && person.InstitutionId == institutionId;
        var asDepartment = person.In(DepartmentKind.EBanking) && person.InstitutionId == managingBranchId;
        if (!person.Has(Duties.Handler) || !(asUnit || asDepartment))
        {
            yield return NotYours(person, institutionName, "该机构或其管理分行的经办人员");
        }
    }

    private static Breach NotYours(CurrentPerson person, string institutionName, string who) => new("R10-1", 10, null,
        $"这是{institutionName}员工的账号，由{who}办理；您在{person.InstitutionName}{person.DepartmentName}。", "请联系该机构办理。");
}
