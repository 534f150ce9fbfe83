using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review;

/// <summary>Articles 4 and 9: who reviews visual identity, and what a judgement consists of. R07-4 stands in Approval.</summary>
internal static class ReviewRules
{
    private const string ManagingDepartment =
        "总行企业文化部是微信银行新闻类信息和品牌形象(VI)的管理部室,负责审核总行本部微信银行(服务号)与微信银行(订阅号)的新闻类信息及形象设计。";

    /// <summary>The department that reviews an account's news and visual identity.</summary>
    /// <param name="form">The account's form.</param>
    /// <param name="level">The applying institution's level.</param>
    /// <param name="managingBranch">
    /// The applying institution's nearest branch: itself when it is one. A lower unit has no subscription account (R05-3).
    /// </param>
    /// <param name="headOffice">The head office.</param>
    public static ReviewAssignment ReviewerOf(AccountForm form, InstitutionLevel level, Guid managingBranch, Guid headOffice) =>
        level == InstitutionLevel.HeadOffice ? new("R09-1", headOffice, DepartmentKind.CorporateCulture)
        : form == AccountForm.ServiceAccount ? new("R09-3", headOffice, DepartmentKind.CorporateCulture)
        : new("R09-2", managingBranch, DepartmentKind.GeneralOffice);

    /// <summary>Whether a person may judge what is assigned so; the refusal names the rule that says who may.</summary>
    /// <param name="me">Whoever is about to judge.</param>
    /// <param name="assignment">As <see cref="ReviewerOf"/> gives it.</param>
    /// <param name="institution">The applying institution's name, for the message.</param>
    public static IEnumerable<Breach> MayReview(CurrentPerson me, ReviewAssignment assignment, string institution) =>
        assignment.Rule switch
        {
            "R09-1" => HeadOfficeAccountByCorporateCulture(me, assignment),
            "R09-2" => SubscriptionAccountByOwnGeneralOffice(me, assignment, institution),
            "R09-3" => ServiceAccountByCorporateCulture(me, assignment, institution),
            _ => throw new ArgumentException($"No rule {assignment.Rule} assigns reviews.", nameof(assignment)),
        };

    [Rule("R09-1", RuleKind.Authority, "总行账号（服务号和订阅号）的新闻类信息和形象设计由总行企业文化部审核。")]
    [Article(9, ManagingDepartment)]
    public static IEnumerable<Breach> HeadOfficeAccountByCorporateCulture(CurrentPerson me, ReviewAssignment assignment) =>
        Unless(me, assignment, "总行微信银行账号的形象设计由总行企业文化部审核", "请由总行企业文化部的审核人员办理。");

    [Rule("R09-2", RuleKind.Authority, "分行订阅号的新闻信息和形象设计由本分行办公室审核，其他分行或上级行的办公室不能代为审核。")]
    [Article(9, "分行办公室负责审核所在分行微信银行(订阅号)的新闻信息及形象设计。")]
    public static IEnumerable<Breach> SubscriptionAccountByOwnGeneralOffice(
        CurrentPerson me, ReviewAssignment assignment, string institution) =>
        Unless(me, assignment, $"{institution}订阅号的形象设计由{institution}办公室审核", $"请由{institution}办公室的审核人员办理。");

    [Rule("R09-3", RuleKind.Authority, "分行及以下机构申请的服务号使用总行名义，其新闻类信息和形象设计由总行企业文化部审核。",
        Derived = true, FurtherBasis = "服务号以总行名义设立，品牌形象由品牌管理部室统一把关")]
    [Article(9, ManagingDepartment)]
    [Article(5, "任何机构未经总行批准不得以中国ⅩⅩ银行的名义申请微信银行(服务号)。")]
    public static IEnumerable<Breach> ServiceAccountByCorporateCulture(
        CurrentPerson me, ReviewAssignment assignment, string institution) =>
        Unless(me, assignment, $"{institution}申请的是服务号，以总行名义设立，形象设计由总行企业文化部审核", "请由总行企业文化部的审核人员办理。");

    /// <summary>Each of the three elements is judged, and what does not conform is given its reason.</summary>
    [Rule("R04-2", RuleKind.Gate, "头像、名称、服务页面UI设计逐项审核，三项都符合才通过；不符合的须逐项写明理由。")]
    [Article(4, "微信银行形象识别包括头像、名称、服务页面UI设计,需符合《中国ⅩⅩ银行办公应用视觉识别系统(2014版)》相关规定。")]
    public static IEnumerable<Breach> JudgedOneByOne(IReadOnlyList<ElementJudgement> judgements)
    {
        foreach (var element in Enum.GetValues<IdentityElement>())
        {
            var place = judgements.Index().FirstOrDefault(j => j.Item.Element == element, (-1, null!)).Index;
            if (place < 0 || judgements[place].Conforms is null)
            {
                yield return new("R04-2", 4, place < 0 ? "elements" : $"elements[{place}].conforms",
                    $"{element.Chinese()}尚未审核。", "请判断其是否符合行徽、行名和页面设计的规范，三项都审核后再提交。");
            }
            else if (judgements[place] is { Conforms: false, Reason: var reason } && string.IsNullOrWhiteSpace(reason))
            {
                yield return new("R04-2", 4, $"elements[{place}].reason",
                    $"{element.Chinese()}判为不符合，但没有写明理由。", "请写明哪里不符合、怎样修改，申请机构凭此修改。");
            }
        }
    }

    /// <summary>R04-2: passes only when all three elements conform.</summary>
    public static bool Passes(IReadOnlyList<ElementVerdict> verdicts) =>
        Enum.GetValues<IdentityElement>().All(element => verdicts.Any(v => v.Element == element && v.Conforms));

    private static IEnumerable<Breach> Unless(CurrentPerson me, ReviewAssignment assignment, string rule, string remedy)
    {
        if (!assignment.IsFor(me))
        {
            yield return new(assignment.Rule, 9, null, $"{rule}，{Whom(me, assignment)}。", remedy);
        }
    }

    private static string Whom(CurrentPerson me, ReviewAssignment assignment) =>
        me.IsClient ? "接口客户端不能审核"
        : me.In(assignment.Department) && me.InstitutionId == assignment.InstitutionId ? "您没有审核职责"
        : $"您所在的部门是{me.InstitutionName}{me.DepartmentName}";
}
