using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.RuleSwitches;

/// <summary>停用或启用规则, by the security administrator; only a rule that the catalogue marks as switchable.</summary>
internal static class SwitchRule
{
    /// <param name="Code">The rule.</param>
    /// <param name="On">True to enforce it again.</param>
    /// <param name="Reason">Why, for the banner and the audit trail.</param>
    [Permission(OrganisationPermissions.SwitchRules)]
    [AuditedAs("停用或启用规则")]
    internal sealed record Command(string Code, bool On, string Reason) : ICommand<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).NotEmpty().WithMessage("请选择规则。");
            RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写原因。")
                .MaximumLength(RuleSwitchConfig.ReasonLength).WithMessage($"原因最多 {RuleSwitchConfig.ReasonLength} 个字。");
        }
    }

    internal sealed class Handler(
        GovDbContext db, RuleCatalogue catalogue, RuleSwitchboard switchboard, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            if (catalogue.Find(command.Code) is not { } rule)
            {
                return Outcome.NotFound;
            }
            audit.Detail = $"{(command.On ? "启用" : "停用")} {rule.Code} {rule.Title} 原因：{command.Reason.Trim()}";
            if (!rule.Switchable)
            {
                return Outcome.WrongState($"规则 {rule.Code} 由管理办法第{Article.ChineseNumber(rule.Article)}条直接规定，不能停用。");
            }
            var off = await db.Set<RuleSwitch>().ToListAsync(cancellationToken);
            var row = off.Find(r => r.Code == rule.Code);
            if (command.On == row is null)
            {
                return Outcome.WrongState(command.On
                    ? $"规则 {rule.Code} 已经启用。"
                    : $"规则 {rule.Code} 已由{row!.OffByName}停用。");
            }
            if (row is not null)
            {
                off.Remove(row);
                db.Remove(row);
            }
            else
            {
                off.Add(Off(rule.Code, command.Reason.Trim()));
                db.Add(off[^1]);
            }
            // In force here as soon as it is saved; other hosts see it within a minute.
            db.SavedChanges += (_, _) => switchboard.Take(off);
            return Outcome.Done;
        }

        private RuleSwitch Off(string code, string reason) => new()
        {
            Code = code,
            OffSince = clock.UtcNow(),
            OffById = me.Id,
            OffByName = me.Name,
            Reason = reason,
        };
    }
}
