using WeChatBankGov.Review.Cases;
using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review;

internal static class ReviewWords
{
    public static string Chinese(this IdentityElement element) => element switch
    {
        IdentityElement.Avatar => "头像",
        IdentityElement.Name => "名称",
        IdentityElement.ServicePageDesign => "服务页面UI设计",
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "Not one of the three elements of article 4."),
    };

    public static string Chinese(this ReviewState state) => state switch
    {
        ReviewState.Pending => "待审核",
        ReviewState.Passed => "通过",
        ReviewState.Failed => "不通过",
        ReviewState.Cancelled => "已撤回",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state of a review."),
    };

    /// <summary>The department that a rule of article 9 assigns a review to, by name.</summary>
    public static string DepartmentOf(string rule, string institution) => rule == "R09-2" ? institution + "办公室" : "总行企业文化部";

    /// <summary>The tone of its badge; see the UI kit.</summary>
    public static string Tone(this ReviewState state) => state switch
    {
        ReviewState.Pending => "wait",
        ReviewState.Passed => "ok",
        ReviewState.Failed => "stop",
        _ => "quiet",
    };
}
