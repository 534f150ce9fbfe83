using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Registration.Applications;

/// <summary>Who is told what becomes of an application or account.</summary>
internal static class Applicants
{
    /// <summary>The handlers of the managing e-banking department, and those of the lower unit itself; each with the end of its notice's key.</summary>
    public static IEnumerable<(NoticeTo To, string Suffix)> Of(Guid institutionId, Guid managingBranchId)
    {
        yield return (new NoticeTo.Department(managingBranchId, DepartmentKind.EBanking, Duties.Handler), "branch");
        if (institutionId != managingBranchId)
        {
            yield return (new NoticeTo.Department(institutionId, DepartmentKind.Business, Duties.Handler), "unit");
        }
    }
}
