using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Plans;

/// <summary>废止规划: from today no new application names it; those submitted under it are asked again at the approval.</summary>
internal static class RepealPlan
{
    [Permission(RegistrationPermissions.PublishPlans)]
    [AuditedAs("废止规划")]
    internal sealed record Command(Guid PlanId, int Version) : ICommand<Unit>;

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            var plan = await db.Set<Plan>().SingleOrDefaultAsync(p => p.Id == command.PlanId, cancellationToken);
            if (plan is null)
            {
                return Outcome.NotFound;
            }
            if (PlanRules.MayPublish(plan.Kind, me).FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            if (plan.InstitutionId != me.InstitutionId)
            {
                return Outcome.Forbidden(new("R03-2", 10, null, $"《{plan.Title}》由{plan.InstitutionName}发布，只能由其电子银行部门废止。"));
            }
            if (plan.RepealedOn is { } repealed)
            {
                return Outcome.WrongState($"《{plan.Title}》已于{DayFormat.Day(repealed)}废止。");
            }
            if (plan.Version != command.Version)
            {
                return Outcome.Stale(plan.Version);
            }
            plan.Repeal(clock.BeijingToday());
            (audit.SubjectId, audit.Detail) = (plan.Id, $"《{plan.Title}》");
            return Outcome.Done;
        }
    }
}
