using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Contracts;

namespace WeChatBankGov.Registration.Applications;

internal sealed partial class RegistrationApplication
{
    /// <summary>
    /// Follows the register: who manages and reads it always; name and level as long as it has not ended, for then it is a record of
    /// what was. Says what changed, in Chinese.
    /// </summary>
    public IReadOnlyList<string> Follow(ChangedInstitution changed)
    {
        var now = changed.Now;
        List<string> words = [];
        if (State is not (ApplicationState.Approved or ApplicationState.Rejected or ApplicationState.Discarded))
        {
            if (InstitutionName != now.Name) words.Add($"申请机构更名为“{now.Name}”");
            if (Level != now.Level) words.Add($"机构层级由{Level.Chinese()}改为{now.Level.Chinese()}");
            (InstitutionName, Level) = (now.Name, now.Level);
        }
        if (ManagingBranchId != now.ManagingBranchId) words.Add($"改由{changed.ManagingBranchName}管理");
        else if (Tier1BranchId != now.Tier1BranchId) words.Add("所属一级分行有变化");
        (ManagingBranchId, Tier1BranchId) = (now.ManagingBranchId, now.Tier1BranchId);
        return words;
    }
}
