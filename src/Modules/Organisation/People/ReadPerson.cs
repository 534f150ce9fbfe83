using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.People;

/// <summary>One person, for those who administer people.</summary>
internal static class ReadPerson
{
    [Permission(OrganisationPermissions.ReadPeople)]
    internal sealed record Query(Guid Id) : IQuery<Answer>, IConcerns<Person>
    {
        Guid IConcerns.RecordId => Id;
    }

    /// <param name="Stamp">The version that a change is based on.</param>
    /// <param name="LockedUntil">UTC; null unless too many wrong passwords locked the sign-in.</param>
    internal sealed record Answer(
        Guid Id, string Number, string Name, string InstitutionCode, string InstitutionName, InstitutionLevel Level,
        DepartmentKind Department, Duties Duties, bool IsActive, bool PasswordIsOneTime, DateTime? LockedUntil, string Stamp);

    internal sealed class Handler(GovDbContext db, TimeProvider clock) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.FindPerson(query.Id, cancellationToken) is not { Institution: { } institution } person)
            {
                return Outcome.NotFound;
            }
            return new Answer(
                person.Id, person.UserName!, person.Name, institution.Code, institution.Name, institution.Level, person.Department,
                person.Duties, person.IsActive, person.PasswordIsOneTime,
                person.LockoutEnd > clock.GetUtcNow() ? person.LockoutEnd.Value.UtcDateTime : null, person.ConcurrencyStamp!);
        }
    }
}
