using FluentValidation;
using MediatR;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.People;

/// <summary>授予职责: the security administrator alone, and never to oneself.</summary>
internal static class GrantDuties
{
    private const Duties All = SeparationOfDuties.Business | SeparationOfDuties.Administrators | Duties.Auditor;

    /// <param name="PersonId">The person.</param>
    /// <param name="Stamp">The version that the administrator saw.</param>
    /// <param name="Duties">All that the person is entrusted with from now on; what is not among them is taken back.</param>
    [Permission(OrganisationPermissions.GrantDuties)]
    [AuditedAs("授予职责")]
    internal sealed record Command(Guid PersonId, string Stamp, Duties Duties) : ICommand<Unit>, IConcerns<Person>
    {
        Guid IConcerns.RecordId => PersonId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Duties).Must(d => (d & ~All) == 0).WithMessage("没有这项职责。");
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (await db.FindPerson(command.PersonId, cancellationToken) is not { Institution: { } institution } person)
            {
                return Outcome.NotFound;
            }
            if (person.ConcurrencyStamp != command.Stamp)
            {
                return PeopleQueries.Stale;
            }
            var lost = person.IsActive ? person.Duties & ~command.Duties : Duties.None;
            var breaches = Rules.Check(
                SeparationOfDuties.NotOneself(me, person.Id),
                SeparationOfDuties.AdministratorsStandApart(command.Duties),
                SeparationOfDuties.AuditorIsIndependent(command.Duties),
                SeparationOfDuties.DepartmentHasBusiness(command.Duties, person.Department, institution.Level),
                SeparationOfDuties.OneAdministratorRemains(lost, await db.DutiesOfOthers(person.Id, cancellationToken)));
            if (breaches.Any)
            {
                return breaches;
            }
            audit.Detail = $"工号 {person.UserName} {person.Name}：{Words(person.Duties)}改为{Words(command.Duties)}";
            person.Duties = command.Duties;
            person.EndSignIns();
            return Outcome.Done;
        }

        private static string Words(Duties duties) => duties == Duties.None ? "无职责" : duties.Chinese();
    }
}
