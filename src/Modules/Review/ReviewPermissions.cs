using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Review;

internal static class ReviewPermissions
{
    /// <summary>Judging; which reviews, the assignment of each says (R09-1 to R09-3).</summary>
    public const string Judge = "review.judge";

    /// <summary>The reviews that one may see.</summary>
    public const string Read = "review.read";

    private const Duties Business = Duties.Handler | Duties.Reviewer | Duties.Approver | Duties.Auditor;

    public static bool MayRead(CurrentPerson person) => person.Has(Business);

    public static Permission[] All { get; } =
    [
        // Wider than those who may judge this or that review: the handler refuses the others with the rule that assigns it.
        new(Judge, "审核形象设计", p => p.Has(Business & ~Duties.Auditor),
            new("R09-1", 9, null, "形象设计由总行企业文化部或分行办公室的审核人员审核，您没有这项职责。",
                "请由负责审核的部门办理。")),
        new(Read, "查看形象设计审核", MayRead,
            Breach.OfShape(null, "审核情况供业务部门和审计人员查看，您的职责不包括这些事项。"))
        {
            Scope = "reviews.read",
        },
    ];
}
