using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation;

/// <summary>Articles 6 and 8.</summary>
internal static class OrganisationRules
{
    /// <summary>The levels nest from the top down; some may be skipped, none may stand under its own or a lower one.</summary>
    /// <param name="name">The institution as the register names it, for the message.</param>
    /// <param name="level">Its level.</param>
    /// <param name="parent">Its parent's level; null when it has no parent.</param>
    [Rule("R08-1", RuleKind.Block, "机构分总行、一级分行、二级分行、支行、营业网点五级，自上而下隶属。")]
    [Article(8, "各级机构包括总行、一级分行、二级分行、支行和营业网点。")]
    public static IEnumerable<Breach> LevelsNest(string name, InstitutionLevel level, InstitutionLevel? parent)
    {
        if (parent is null ? level != InstitutionLevel.HeadOffice : level <= parent)
        {
            yield return new("R08-1", 8, "parentCode",
                parent is null
                    ? $"“{name}”是{level.Chinese()}，却没有上级机构。"
                    : $"“{name}”是{level.Chinese()}，不能隶属于{parent.Value.Chinese()}。",
                "上级机构的层级必须高于本机构：总行、一级分行、二级分行、支行、营业网点。");
        }
    }

    /// <summary>
    /// The second half of R06-2, whose first half the registration states: a branch marked 地名待定 gets a place name that no other
    /// branch has, folded for comparison.
    /// </summary>
    /// <param name="placeName">The name to be given.</param>
    /// <param name="bearer">The branch that has it; null when nobody does.</param>
    [Article(6, "分行所申请微信银行(订阅号)的命名统一为“中国ⅩⅩ银行XX分行”。")]
    public static IEnumerable<Breach> PlaceNameDistinguishes(string placeName, string? bearer)
    {
        if (bearer is not null)
        {
            yield return new("R06-2", 6, "placeName",
                $"地名“{placeName}”与{bearer}的相同，两家分行的账号会同名。", "请录入可以区分的地名，例如“吉林市”。");
        }
    }
}
