using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Organisation.SignIn;

/// <summary>退出登录.</summary>
internal static class SignOut
{
    [Permission(CommonPermissions.Anyone)]
    [AuditedAs("退出登录")]
    internal sealed record Command : ICommand<Unit>;

    internal sealed class Handler(SignInManager<Person> signIn) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command request, CancellationToken cancellationToken)
        {
            await signIn.SignOutAsync();
            return Outcome.Done;
        }
    }
}

public sealed class SignOutPage : GovPage
{
    /// <summary>Signing out is a POST; whoever opens the address goes home.</summary>
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPost()
    {
        await Send(new SignOut.Command());
        return Next("/sign-in");
    }
}
