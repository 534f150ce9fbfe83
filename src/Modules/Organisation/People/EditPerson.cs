using FluentValidation;
using MediatR;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.People;

/// <summary>
/// 修改人员信息. Whoever moves to another institution or department leaves their duties behind: a system administrator could
/// otherwise make a branch's approver one of the head office.
/// </summary>
internal static class EditPerson
{
    [Permission(OrganisationPermissions.ManagePeople)]
    [AuditedAs("修改人员信息")]
    internal sealed record Command(Guid PersonId, string Stamp, string Name, string InstitutionCode, DepartmentKind? Department)
        : ICommand<Unit>, IConcerns<Person>
    {
        Guid IConcerns.RecordId => PersonId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).MustBeAName();
            RuleFor(c => c.InstitutionCode).MustBeACode();
            RuleFor(c => c.Department).MustBeADepartment();
        }
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.FindPerson(command.PersonId, cancellationToken) is not { } person)
            {
                return Outcome.NotFound;
            }
            if (person.ConcurrencyStamp != command.Stamp)
            {
                return PeopleQueries.Stale;
            }
            if (await db.FindInstitution(command.InstitutionCode, cancellationToken) is not { } institution)
            {
                return Outcome.Shape("institutionCode", $"没有代码为 {command.InstitutionCode} 的机构，请核对机构名录。");
            }
            var department = command.Department!.Value;
            var moves = person.InstitutionId != institution.Id || person.Department != department;
            var breaches = Rules.Check(
                SeparationOfDuties.DepartmentBelongs(department, institution.Level),
                moves ? SeparationOfDuties.NotOneself(me, person.Id) : Rules.Met,
                moves && person.IsActive
                    ? SeparationOfDuties.OneAdministratorRemains(person.Duties, await db.DutiesOfOthers(person.Id, cancellationToken))
                    : Rules.Met);
            if (breaches.Any)
            {
                return breaches;
            }
            audit.Detail = Words(person, command.Name.Trim(), institution, department, moves);
            (person.Name, person.InstitutionId, person.Department) = (command.Name.Trim(), institution.Id, department);
            if (moves)
            {
                person.Duties = Duties.None;
            }
            person.EndSignIns();
            return Outcome.Done;
        }

        private static string Words(Person person, string name, Institution institution, DepartmentKind department, bool moves) =>
            $"工号 {person.UserName}，{person.Name}"
            + (person.Name == name ? "" : $"改名为{name}")
            + (moves ? $"，由{person.Institution!.Name}{person.Department.Chinese(person.Institution.Level)}调到{institution.Name}{department.Chinese(institution.Level)}" : "")
            + (moves && person.Duties != Duties.None ? $"，原职责（{person.Duties.Chinese()}）收回" : "");
    }
}
