using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.SignIn;

[AllowAnonymous]
[EnableRateLimiting(OrganisationModule.SignInLimit)]
public sealed class SignInPage : GovPage
{
    [BindProperty]
    public string? EmployeeNumber { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only addresses of this portal are followed.</summary>
    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? ReturnUrl { get; set; }

    public IActionResult OnGet() => Me.IsSignedIn ? Redirect("/") : Page();

    public async Task<IActionResult> OnPost()
    {
        var outcome = await Send(new SignIn.Command(EmployeeNumber ?? "", Password ?? ""));
        Password = null;
        return outcome.Refusal is { } refusal
            ? Refuse(refusal)
            : Next(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
