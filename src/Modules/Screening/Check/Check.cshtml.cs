using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Articles;

namespace WeChatBankGov.Screening.Check;

/// <summary>查名称: one name, at once. Sent by POST, so that an employee's name stands in no address and no log.</summary>
public sealed class CheckPage : GovPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public CheckForm Form { get; set; } = new();

    /// <summary>Null before anything was asked.</summary>
    internal CheckTexts.Checked? Result { get; private set; }

    internal IEnumerable<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<AccountKind>().Select(kind => new SelectListItem(kind.Chinese(), kind.ToString()))];

    internal IReadOnlyList<Breach> Advice => [.. Result!.Breaches.Where(b => b.IsAdvice)];

    internal bool IsFinding => Result!.Breaches.Any(b => !b.IsAdvice);

    public async Task<IActionResult> OnPost()
    {
        var kind = Enum.TryParse<AccountKind>(Form.Kind, out var chosen) && Enum.IsDefined(chosen) ? chosen : AccountKind.OfficialAccount;
        var outcome = await Send(new CheckTexts.Query([Form.Text?.Trim() is { Length: > 0 } text ? text : null], kind));
        if (outcome.Refusal is { } refusal)
        {
            return Refuse(refusal with { Breaches = [.. refusal.Breaches.Select(b => b with { Field = "text" })] });
        }
        Result = outcome.Value[0];
        return Page();
    }

    /// <summary>The form.</summary>
    public sealed class CheckForm
    {
        public string? Text { get; set; }

        public string? Kind { get; set; } = nameof(AccountKind.OfficialAccount);
    }
}
