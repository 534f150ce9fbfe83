using System.Numerics;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.People;

/// <summary>
/// Who may be entrusted with what together. The measures separate whoever applies from whoever decides; administration that
/// could put itself into both places would undo it.
/// </summary>
internal static class SeparationOfDuties
{
    public const Duties Business = Duties.Handler | Duties.Reviewer | Duties.Approver;

    public const Duties Administrators =
        Duties.SystemAdministrator | Duties.SecurityAdministrator | Duties.AuditAdministrator;

    /// <summary>One of the three administrators at most, and none together with business or audit.</summary>
    public static IEnumerable<Breach> AdministratorsStandApart(Duties duties)
    {
        var administrators = duties & Administrators;
        if (BitOperations.PopCount((uint)administrators) > 1)
        {
            yield return Breach.OfShape("duties",
                $"{administrators.Chinese()}不能由同一人担任：系统、安全、审计三类管理员相互分离。请只保留其中一项。");
        }
        if (administrators != Duties.None && (duties & Business) is var business and not Duties.None)
        {
            yield return Breach.OfShape("duties", $"{administrators.Chinese()}不能兼任业务职责（{business.Chinese()}）。请去掉其中一方。");
        }
    }

    /// <summary>Whoever checks the others' work does none of it.</summary>
    public static IEnumerable<Breach> AuditorIsIndependent(Duties duties)
    {
        if (duties.HasFlag(Duties.Auditor) && (duties & ~Duties.Auditor) is var others and not Duties.None)
        {
            yield return Breach.OfShape("duties", $"审计不能兼任其他职责（{others.Chinese()}）。请去掉其中一方。");
        }
    }

    /// <summary>The departments that administer and audit have no business duties to give.</summary>
    public static IEnumerable<Breach> DepartmentHasBusiness(Duties duties, DepartmentKind department, InstitutionLevel level)
    {
        if (department is DepartmentKind.Administration or DepartmentKind.Audit && (duties & Business) is var business and not Duties.None)
        {
            yield return Breach.OfShape("duties", $"{department.Chinese(level)}的人员不能承担业务职责（{business.Chinese()}）。");
        }
    }

    /// <summary>Nobody changes what they themselves are entrusted with, or switches themselves off.</summary>
    public static IEnumerable<Breach> NotOneself(CurrentPerson me, Guid personId)
    {
        if (me.Id == personId)
        {
            yield return Breach.OfShape(null, "不能为自己办理这件事，请由另一位管理员办理。");
        }
    }

    /// <summary>Of each kind of administrator that is needed to mend the others, one remains.</summary>
    /// <param name="lost">The duties that the person would no longer exercise.</param>
    /// <param name="othersWho">The duties of all other active people, together.</param>
    public static IEnumerable<Breach> OneAdministratorRemains(Duties lost, Duties othersWho)
    {
        const Duties needed = Duties.SystemAdministrator | Duties.SecurityAdministrator;
        if ((lost & needed & ~othersWho) is var last and not Duties.None)
        {
            yield return Breach.OfShape("duties", $"这是最后一位在用的{last.Chinese()}，请先指定另一位。");
        }
    }

    /// <summary>Which departments an institution of a level has (articles 9 to 12; a lower unit's e-banking is the branch's, R10-1).</summary>
    public static IEnumerable<Breach> DepartmentBelongs(DepartmentKind department, InstitutionLevel level)
    {
        if (!DepartmentsOf(level).Contains(department))
        {
            yield return Breach.OfShape("department", $"{level.Chinese()}没有{department.Chinese(level)}。请选择该机构设有的部门。");
        }
    }

    public static IReadOnlyList<DepartmentKind> DepartmentsOf(InstitutionLevel level) => level switch
    {
        InstitutionLevel.HeadOffice =>
        [
            DepartmentKind.EBanking, DepartmentKind.CorporateCulture, DepartmentKind.Technology,
            DepartmentKind.SoftwareDevelopmentCentre, DepartmentKind.OperationsCentre, DepartmentKind.Audit,
            DepartmentKind.Administration, DepartmentKind.Business,
        ],
        InstitutionLevel.Tier1Branch or InstitutionLevel.Tier2Branch =>
        [
            DepartmentKind.EBanking, DepartmentKind.GeneralOffice, DepartmentKind.Technology, DepartmentKind.Audit, DepartmentKind.Business,
        ],
        _ => [DepartmentKind.Business],
    };
}
