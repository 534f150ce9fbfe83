using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Findings;

namespace WeChatBankGov.Screening.Judge;

/// <summary>One finding: confirmed, which opens a case, or dismissed as a false alarm.</summary>
public sealed class FindingPage : GovPage
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether a dismissal was tried and refused: its form stays open.</summary>
    internal bool Dismissing { get; private set; }

    internal ReadFinding.Detail Detail { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id) => await Load(id) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPostConfirm(Guid id)
    {
        var outcome = await Send(new ConfirmFinding.Command(id));
        return outcome.Refusal is { } refusal ? Refuse(await Load(id) ?? refusal)
            : outcome.Value is { CaseId: { } @case, CaseNumber: { } number } ? Next($"/screening/cases/{@case}", $"已确认，整改编号 {number}，已通知员工所在机构。")
            : Next($"/screening/findings/{id}", "已确认。规则 R06-4 停用期间不开始整改。");
    }

    public async Task<IActionResult> OnPostDismiss(Guid id)
    {
        Dismissing = true;
        var outcome = await Send(new DismissFinding.Command(id, PlainText.Normalise(Reason)));
        return outcome.Refusal is { } refusal
            ? Refuse(await Load(id) ?? refusal)
            : Next($"/screening/findings/{id}", "已列为误报，本分行今后相同的原文不再需要确认。");
    }

    private async Task<Refusal?> Load(Guid id)
    {
        var outcome = await Send(new ReadFinding.Query(id));
        Detail = outcome.Succeeded ? outcome.Value : Detail;
        return outcome.Refusal;
    }
}
