using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.SignIn;

/// <summary>
/// 登录. The same sentence after the same time whether the number or the password is wrong or the number is locked, so that nobody
/// learns which numbers exist.
/// </summary>
internal static class SignIn
{
    [Permission(CommonPermissions.Anyone)]
    [AuditedAs("登录")]
    internal sealed record Command(string EmployeeNumber, string Password) : ICommand<Unit>
    {
        /// <summary>The password is never printed.</summary>
        public override string ToString() => $"SignIn {EmployeeNumber}";
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.EmployeeNumber).NotEmpty().WithMessage("请输入工号。")
                .MaximumLength(20).WithMessage("工号最多 20 个字符。");
            RuleFor(c => c.Password).NotEmpty().WithMessage("请输入密码。")
                .MaximumLength(100).WithMessage("密码最多 100 个字符。");
        }
    }

    internal sealed class Handler(
        GovDbContext db, SignInManager<Person> signIn, UserManager<Person> people, IPasswordHasher<Person> passwords, AuditDraft audit)
        : ICommandHandler<Command, Unit>
    {
        private static readonly Person Nobody = new() { Name = "", InstitutionId = default, Department = default, Duties = default };
        private static string? _nobodysHash;

        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Detail = "工号 " + command.EmployeeNumber;
            var person = await people.FindByNameAsync(command.EmployeeNumber.Trim());
            audit.SubjectId = person?.Id;
            if (person is null || !person.IsActive || await people.IsLockedOutAsync(person))
            {
                // As long as a real password takes, so that the time does not tell which numbers exist.
                passwords.VerifyHashedPassword(Nobody, NobodysHash(passwords), command.Password);
                return Wrong(command);
            }
            var result = await signIn.PasswordSignInAsync(person, command.Password, isPersistent: false, lockoutOnFailure: true);
            if (!result.Succeeded)
            {
                return Wrong(command);
            }
            audit.Actor = person.AsCurrent(await db.Set<Institution>().SingleAsync(i => i.Id == person.InstitutionId, cancellationToken));
            return Outcome.Done;
        }

        private static string NobodysHash(IPasswordHasher<Person> passwords) =>
            _nobodysHash ??= passwords.HashPassword(Nobody, Guid.NewGuid().ToString());

        private static Refusal Wrong(Command command) =>
            Outcome.Shape("password", $"工号或密码不正确（工号 {Shown(command.EmployeeNumber)}）；连续输错 5 次的，账号锁定 15 分钟。");

        private static string Shown(string number) => number.Length <= 20 ? number : number[..20];
    }
}
