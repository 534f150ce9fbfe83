using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Account;

/// <summary>修改自己的密码. This sign-in goes on, all others of the person end at their next check.</summary>
internal static class ChangePassword
{
    [Permission(CommonPermissions.SignedIn)]
    [AuditedAs("修改密码")]
    internal sealed record Command(string Current, string NewPassword, string Repeated) : ICommand<Unit>
    {
        /// <summary>The passwords are never printed.</summary>
        public override string ToString() => nameof(ChangePassword);
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Current).NotEmpty().WithMessage("请输入当前密码。")
                .MaximumLength(PasswordRules.Longest).WithMessage($"密码最多 {PasswordRules.Longest} 个字符。");
            RuleFor(c => c.NewPassword).NotEmpty().WithMessage("请输入新密码。");
            RuleFor(c => c.Repeated).NotEmpty().WithMessage("请再次输入新密码。");
        }
    }

    internal sealed class Handler(
        GovDbContext db, UserManager<Person> people, SignInManager<Person> signIn, CurrentPerson me, AuditDraft audit)
        : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            // Without the institution: the store of the sign-in, which counts wrong passwords, would write it back too.
            if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == me.Id, cancellationToken) is not { IsActive: true } person)
            {
                return Outcome.NotFound;
            }
            audit.SubjectId = person.Id;
            if (await people.IsLockedOutAsync(person))
            {
                return Outcome.Shape("current", "连续多次密码错误，账号已锁定，请 15 分钟后再试。");
            }
            if (people.PasswordHasher.VerifyHashedPassword(person, person.PasswordHash!, command.Current) == PasswordVerificationResult.Failed)
            {
                // Counted and saved at once, as at the sign-in: an unattended desk is no place to try passwords out.
                await people.AccessFailedAsync(person);
                return Outcome.Shape("current", "当前密码不正确。");
            }
            var breaches = Rules.Check(
                PasswordRules.Sound(command.NewPassword, person.UserName!),
                PasswordRules.DiffersFrom(command.Current, command.NewPassword),
                PasswordRules.RepeatedAlike(command.NewPassword, command.Repeated));
            if (breaches.Any)
            {
                return new Refusal(RefusalKind.Shape, breaches.Findings);
            }
            person.PasswordHash = people.PasswordHasher.HashPassword(person, command.NewPassword);
            person.PasswordIsOneTime = false;
            person.AccessFailedCount = 0;
            person.EndSignIns();
            await signIn.RefreshSignInAsync(person);
            return Outcome.Done;
        }
    }
}
