using MediatR;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.People;

/// <summary>停用或恢复人员: no sign-in while inactive, and open ones end at their next check.</summary>
internal static class SetActive
{
    [Permission(OrganisationPermissions.ManagePeople)]
    [AuditedAs("停用或恢复人员")]
    internal sealed record Command(Guid PersonId, string Stamp, bool Active) : ICommand<Unit>, IConcerns<Person>
    {
        Guid IConcerns.RecordId => PersonId;
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
            if (person.IsActive == command.Active)
            {
                return Outcome.WrongState(command.Active ? "该人员已经在用。" : "该人员已经停用。");
            }
            var breaches = Rules.Check(
                SeparationOfDuties.NotOneself(me, person.Id),
                SeparationOfDuties.OneAdministratorRemains(
                    command.Active ? Duties.None : person.Duties, await db.DutiesOfOthers(person.Id, cancellationToken)));
            if (breaches.Any)
            {
                return breaches;
            }
            audit.Detail = $"工号 {person.UserName} {person.Name}：{(command.Active ? "恢复" : "停用")}";
            person.IsActive = command.Active;
            person.EndSignIns();
            return Outcome.Done;
        }
    }
}
