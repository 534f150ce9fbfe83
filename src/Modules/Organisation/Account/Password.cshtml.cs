using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.Account;

/// <summary>One's own password.</summary>
public sealed class PasswordPage : GovPage
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? Repeated { get; set; }

    public bool IsOneTime => User.HasClaim(claim => claim.Type == OneTimePassword.Claim);

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Send(new ChangePassword.Command(Current ?? "", NewPassword ?? "", Repeated ?? ""));
        // A password is the one thing typed that does not come back.
        (Current, NewPassword, Repeated) = (null, null, null);
        ModelState.Clear();
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Next("/", "密码已修改，其他设备上的登录将失效。");
    }
}
