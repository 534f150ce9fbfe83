using Microsoft.AspNetCore.Identity;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Organisation.Account;

namespace WeChatBankGov.Organisation.People;

/// <summary>重置密码: a random one that is told once and has to be changed at the next sign-in; a locked sign-in is opened.</summary>
internal static class ResetPassword
{
    [Permission(OrganisationPermissions.ManagePeople)]
    [AuditedAs("重置密码")]
    internal sealed record Command(Guid PersonId, string Stamp) : ICommand<OneTime>, IConcerns<Person>
    {
        Guid IConcerns.RecordId => PersonId;
    }

    /// <summary>Told once, kept nowhere.</summary>
    internal sealed record OneTime(string Password);

    internal sealed class Handler(GovDbContext db, IPasswordHasher<Person> passwords, CurrentPerson me, AuditDraft audit)
        : ICommandHandler<Command, OneTime>
    {
        public async Task<Outcome<OneTime>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.FindPerson(command.PersonId, cancellationToken) is not { } person)
            {
                return Outcome.NotFound;
            }
            if (person.ConcurrencyStamp != command.Stamp)
            {
                return PeopleQueries.Stale;
            }
            var breaches = Rules.Check(SeparationOfDuties.NotOneself(me, person.Id));
            if (breaches.Any)
            {
                return breaches;
            }
            var password = OneTimePassword.Next();
            person.PasswordHash = passwords.HashPassword(person, password);
            person.PasswordIsOneTime = true;
            (person.AccessFailedCount, person.LockoutEnd) = (0, null);
            person.EndSignIns();
            audit.Detail = $"工号 {person.UserName} {person.Name}";
            return new OneTime(password);
        }
    }
}
