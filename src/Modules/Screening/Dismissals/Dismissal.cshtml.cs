using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Screening.Dismissals;

/// <summary>A text that a branch dismissed, to be taken back by a second person.</summary>
public sealed class DismissalPage : GovPage
{
    [BindProperty]
    public string? Reason { get; set; }

    internal ReadDismissal.Detail Dismissal { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid branch, string key) => await Load(branch, key) is { } refusal ? Refuse(refusal) : Page();

    public async Task<IActionResult> OnPost(Guid branch, string key)
    {
        var outcome = await Send(new TakeBackDismissal.Command(branch, key, PlainText.Normalise(Reason)));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal.Kind == RefusalKind.Forbidden ? refusal : await Load(branch, key) ?? refusal);
        }
        var reopened = outcome.Value.Reopened;
        return Next("/screening/terms", "误报已撤回，今后的文件照常命中。"
            + (reopened == 0 ? "" : $"最近一次结果中相同的原文有 {reopened} 条，已恢复为“待确认”。"));
    }

    private async Task<Refusal?> Load(Guid branch, string key)
    {
        var outcome = await Send(new ReadDismissal.Query(branch, key));
        Dismissal = outcome.Succeeded ? outcome.Value : Dismissal;
        return outcome.Refusal;
    }
}
