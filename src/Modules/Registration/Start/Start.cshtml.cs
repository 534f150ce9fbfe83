using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Registration.Start;

/// <summary>新建注册申请: which form of account.</summary>
internal sealed class StartPage : GovPage
{
    [BindProperty]
    public AccountForm? AccountForm { get; set; }

    public ReadStartChoices.Choices Choices { get; private set; } = null!;

    public async Task<IActionResult> OnGet() => await Load() ?? Page();

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is { } refused)
        {
            return refused;
        }
        var outcome = await Send(new StartApplication.Command(AccountForm));
        return outcome.Refusal is { } refusal
            ? Refuse(refusal)
            : Next($"/registration/applications/{outcome.Value.Id}/edit");
    }

    private async Task<IActionResult?> Load()
    {
        var choices = await Send(new ReadStartChoices.Query());
        if (choices.Refusal is { } refusal)
        {
            return Refuse(refusal);
        }
        Choices = choices.Value;
        return null;
    }
}
