using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Account;

namespace WeChatBankGov.Organisation.People;

/// <summary>新增人员, without duties: these are the security administrator's to grant.</summary>
internal static class CreatePerson
{
    [Permission(OrganisationPermissions.ManagePeople)]
    [AuditedAs("新增人员")]
    internal sealed record Command(string Number, string Name, string InstitutionCode, DepartmentKind? Department) : ICommand<Created>;

    /// <param name="Id">The new person.</param>
    /// <param name="OneTimePassword">Told once, kept nowhere.</param>
    internal sealed record Created(Guid Id, string OneTimePassword);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).MustBeANumber();
            RuleFor(c => c.Name).MustBeAName();
            RuleFor(c => c.InstitutionCode).MustBeACode();
            RuleFor(c => c.Department).MustBeADepartment();
        }
    }

    internal sealed class Handler(GovDbContext db, IPasswordHasher<Person> passwords, ILookupNormalizer normalizer, AuditDraft audit)
        : ICommandHandler<Command, Created>
    {
        public async Task<Outcome<Created>> Handle(Command command, CancellationToken cancellationToken)
        {
            var institution = await db.FindInstitution(command.InstitutionCode, cancellationToken);
            if (institution is null)
            {
                return Outcome.Shape("institutionCode", $"没有代码为 {command.InstitutionCode} 的机构，请核对机构名录。");
            }
            var normalized = normalizer.NormalizeName(command.Number);
            var breaches = Rules.Check(
                await db.Set<Person>().AnyAsync(p => p.NormalizedUserName == normalized, cancellationToken)
                    ? [Breach.OfShape("number", $"工号 {command.Number} 已经有人使用，请核对。")]
                    : [],
                SeparationOfDuties.DepartmentBelongs(command.Department!.Value, institution.Level));
            if (breaches.Any)
            {
                return breaches;
            }
            var person = new Person
            {
                Id = Guid.CreateVersion7(),
                UserName = command.Number,
                NormalizedUserName = normalized,
                Name = command.Name.Trim(),
                InstitutionId = institution.Id,
                Department = command.Department.Value,
                Duties = Duties.None,
                LockoutEnabled = true,
                PasswordIsOneTime = true,
            };
            person.EndSignIns();
            var password = OneTimePassword.Next();
            person.PasswordHash = passwords.HashPassword(person, password);
            db.Add(person);
            audit.SubjectId = person.Id;
            audit.Detail = $"工号 {person.UserName} {person.Name}，{institution.Name}{person.Department.Chinese(institution.Level)}";
            return new Created(person.Id, password);
        }
    }
}
