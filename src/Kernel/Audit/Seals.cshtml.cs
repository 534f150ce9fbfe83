using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>封存核验: the seals, and the button that reckons them anew.</summary>
public sealed class SealsPage : GovPage
{
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? Number { get; set; }

    internal ListPage<ListSeals.Item>? List { get; private set; }

    /// <summary>Null until somebody asks for the check.</summary>
    internal VerifySeals.Result? Verified { get; private set; }

    public Task<IActionResult> OnGet() => Show();

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Send(new VerifySeals.Query());
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        Verified = outcome.Value;
        return await Show();
    }

    private async Task<IActionResult> Show()
    {
        var outcome = await Send(new ListSeals.Query(PageRequest.Of(Number, null)));
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        List = outcome.Value;
        return Page();
    }
}
