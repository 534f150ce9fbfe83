using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Read;

/// <summary>附件1 as the bank's A4 form, with the opinions filled in and blanks for the seals.</summary>
internal sealed class PrintPage(BankOptions bank) : GovPage
{
    public string Bank => bank.FullName;

    public ReadApplication.Detail Detail { get; private set; } = null!;

    /// <summary>The last opinion of the VI review, and the head office's; null while there is none.</summary>
    public TimelineStep? Review => Last("形象设计审核");

    public TimelineStep? Approval => Last("总行审批");

    public TimelineStep? Submission => Detail.Timeline.LastOrDefault(s => s.Step is "递交申请" or "再次递交");

    public string FilesIn(string field) => string.Join("、", Detail.Files.Where(f => f.Slot == field).Select(f => f.FileName));

    public async Task<IActionResult> OnGet(Guid id)
    {
        var read = await Send(new ReadApplication.Query(id));
        if (read.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Detail = read.Value;
        return Page();
    }

    /// <summary>依据《办法》第九条; empty where there is no opinion or it names no article.</summary>
    public static string Basis(TimelineStep? opinion) =>
        opinion?.Article is { } article ? $"（依据《办法》第{Article.ChineseNumber(article)}条）" : "";

    private TimelineStep? Last(string step) =>
        Detail.Timeline.LastOrDefault(s => s.Step.StartsWith(step, StringComparison.Ordinal));
}
