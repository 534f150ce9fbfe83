using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Registration.Plans;

namespace WeChatBankGov.Registration.Articles;

/// <summary>Article 3: under the head office's unified planning.</summary>
internal static class PlanRules
{
    /// <summary>
    /// The application names a plan in force: the head office's unified plan, or, for a branch, its own construction plan.
    /// A lower unit names the head office's.
    /// </summary>
    /// <param name="plan">The plan named; null when none is.</param>
    /// <param name="institutionId">The applying institution.</param>
    /// <param name="today">The Beijing day.</param>
    [Rule("R03-1", RuleKind.Block, "申请须注明现行有效的规划依据：总行统一规划，或本分行的建设规划。")]
    [Article(3, "微信银行须在总行电子银行部/网络金融部的统一规划下开展")]
    [Article(10, "负责制定分行微信银行的建设规划")]
    public static IEnumerable<Breach> PlanInForce(Plan? plan, Guid institutionId, DateOnly today)
    {
        if (plan is null)
        {
            yield return Of("申请没有注明规划依据。", "请选择总行现行统一规划，或本分行现行建设规划；列表为空时，请先由电子银行部门发布规划。");
        }
        else if (plan.Kind == PlanKind.Construction && plan.InstitutionId != institutionId)
        {
            yield return Of($"《{plan.Title}》是{plan.InstitutionName}的建设规划，不能作为本机构的规划依据。", "请选择总行统一规划，或本分行的建设规划。");
        }
        else if (!plan.IsInForce(today))
        {
            yield return Of(
                plan.RepealedOn is { } repealed
                    ? $"《{plan.Title}》已于{DayFormat.Day(repealed)}废止。"
                    : plan.EffectiveFrom > today
                        ? $"《{plan.Title}》自{DayFormat.Day(plan.EffectiveFrom)}起才生效。"
                        : $"《{plan.Title}》已于{DayFormat.Day(plan.EffectiveTo!.Value)}到期。",
                "请改选现行有效的规划。");
        }

        static Breach Of(string message, string remedy) => new("R03-1", 3, "planId", message, remedy);
    }

    /// <summary>The unified plan is the head office e-banking department's, a construction plan that branch's own.</summary>
    [Rule("R03-2", RuleKind.Authority, "统一规划由总行电子银行部发布，建设规划由本分行电子银行部门发布。")]
    [Article(10, "负责制订全行微信银行的统一规划和相关规章制度")]
    [Article(10, "负责制定分行微信银行的建设规划")]
    public static IEnumerable<Breach> MayPublish(PlanKind kind, CurrentPerson person)
    {
        var may = person.In(DepartmentKind.EBanking) && (kind == PlanKind.Unified ? person.AtHeadOffice : person.AtBranch);
        if (!may)
        {
            yield return new("R03-2", 10, null,
                kind == PlanKind.Unified
                    ? $"全行统一规划只能由总行电子银行部/网络金融部发布，您在{person.InstitutionName}{person.DepartmentName}。"
                    : $"建设规划只能由本分行电子银行/网络金融业务管理部门发布，您在{person.InstitutionName}{person.DepartmentName}。",
                "请联系相应的电子银行部门发布。");
        }
    }
}
