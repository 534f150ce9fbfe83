using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Rectify;

namespace WeChatBankGov.Screening.Cases;

/// <summary>One case: evidence is filed here, and a second person closes it or sends it back.</summary>
public sealed class CasePage : GovPage
{
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Explanation { get; set; }

    [BindProperty]
    public IFormFile? Evidence { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    internal ReadCase.Detail Case { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnGetEvidence(Guid id)
    {
        var outcome = await Send(new DownloadCaseEvidence.Command(id));
        return outcome.Refusal is { } refusal ? Refuse(refusal) : outcome.Value;
    }

    public async Task<IActionResult> OnPostFile(Guid id)
    {
        await using var evidence = Evidence?.OpenReadStream();
        var outcome = await Send(new FileEvidence.Command(id, Version, PlainText.Normalise(Explanation), evidence, Evidence?.FileName));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? refusal)
            : Next($"/screening/cases/{id}", "证明已上传，等待另一人复核。");
    }

    public async Task<IActionResult> OnPostReview(Guid id, bool? accepted)
    {
        var outcome = await Send(new ReviewCase.Command(id, Version, accepted, PlainText.Normalise(Reason)));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? refusal)
            : Next($"/screening/cases/{id}", accepted == true ? "复核通过，整改完成。" : "已退回，并通知员工所在机构。");
    }

    private async Task<Refusal?> Load(Guid id)
    {
        var outcome = await Send(new ReadCase.Query(id));
        Case = outcome.Succeeded ? outcome.Value : Case;
        return outcome.Refusal;
    }
}
