using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Registration.Annex;

/// <summary>Part F of annex 1: what the workflow has filled in so far.</summary>
/// <param name="Submission">The last submission; null before the first.</param>
/// <param name="Review">The last opinion of the VI review; null while there is none.</param>
/// <param name="Approval">The head office's last; null while there is none.</param>
internal sealed record AnnexOpinions(TimelineStep? Submission, TimelineStep? Review, TimelineStep? Approval)
{
    public static AnnexOpinions Of(IReadOnlyList<TimelineStep> timeline) => new(
        timeline.LastOrDefault(s => s.Step is "递交申请" or "再次递交"),
        timeline.LastOrDefault(s => s.Step.StartsWith("形象设计审核", StringComparison.Ordinal)),
        timeline.LastOrDefault(s => s.Step.StartsWith("总行审批", StringComparison.Ordinal)));

    /// <summary>（依据《办法》第九条）; empty where there is no opinion or it names no article.</summary>
    public static string Basis(TimelineStep? opinion) =>
        opinion?.Article is { } article ? $"（依据《办法》第{Article.ChineseNumber(article)}条）" : "";
}
