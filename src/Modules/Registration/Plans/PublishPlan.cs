using FluentValidation;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Registration.Articles;

namespace WeChatBankGov.Registration.Plans;

/// <summary>发布规划: the head office's unified plan, or a branch's construction plan (R03-2). The kind follows from who publishes.</summary>
internal static class PublishPlan
{
    /// <param name="Kind">Which kind; null means the one that the person's institution publishes.</param>
    /// <param name="EffectiveFrom">A Beijing day.</param>
    /// <param name="EffectiveTo">A Beijing day; null for no end.</param>
    [Permission(RegistrationPermissions.PublishPlans)]
    [AuditedAs("发布规划")]
    internal sealed record Command(
        PlanKind? Kind, string? Title, string? DocumentNumber, string? Summary, DateOnly? EffectiveFrom, DateOnly? EffectiveTo)
        : ICommand<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().WithMessage("请填写规划名称。")
                .MaximumLength(Plan.TitleLength).WithMessage($"规划名称最多 {Plan.TitleLength} 个字符。");
            RuleFor(c => c.DocumentNumber).MaximumLength(Plan.DocumentNumberLength)
                .WithMessage($"文号最多 {Plan.DocumentNumberLength} 个字符。");
            RuleFor(c => c.Summary).MaximumLength(Plan.SummaryLength).WithMessage($"内容摘要最多 {Plan.SummaryLength} 个字符。");
            RuleFor(c => c.EffectiveFrom).NotNull().WithMessage("请填写生效日期。")
                .Must(day => day is null || WorkCalendar.Covers(day.Value)).WithMessage("生效日期不是合理的日期。");
            RuleFor(c => c.EffectiveTo).Must((c, day) => day is null || (WorkCalendar.Covers(day.Value) && day >= c.EffectiveFrom))
                .WithMessage("失效日期不能早于生效日期。");
            RuleFor(c => c).Custom((c, context) =>
            {
                foreach (var (field, text, lines) in new[] { ("title", c.Title, false), ("documentNumber", c.DocumentNumber, false), ("summary", c.Summary, true) })
                {
                    if (text is not null && PlainText.Problem(text, lines, strict: !lines) is { } problem)
                    {
                        context.AddFailure(field, $"这一项{problem}。");
                    }
                }
            });
        }
    }

    internal sealed class Handler(GovDbContext db, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Guid>
    {
        public Task<Outcome<Guid>> Handle(Command command, CancellationToken cancellationToken) => Task.FromResult(Publish(command));

        private Outcome<Guid> Publish(Command command)
        {
            var kind = command.Kind ?? (me.AtHeadOffice ? PlanKind.Unified : PlanKind.Construction);
            if (PlanRules.MayPublish(kind, me).FirstOrDefault() is { } breach)                              // 第三条、第十条
            {
                return Outcome.Forbidden(breach);
            }
            var plan = new Plan
            {
                Kind = kind,
                InstitutionId = me.InstitutionId,
                InstitutionName = me.InstitutionName,
                Title = PlainText.Normalise(command.Title)!,
                DocumentNumber = PlainText.Normalise(command.DocumentNumber) ?? "",
                Summary = PlainText.Normalise(command.Summary) ?? "",
                EffectiveFrom = command.EffectiveFrom!.Value,
                EffectiveTo = command.EffectiveTo,
                PublishedAt = clock.UtcNow(),
                PublishedByName = me.Name,
            };
            db.Add(plan);
            audit.SubjectId = plan.Id;
            audit.Detail = $"{kind.Chinese()}《{plan.Title}》";
            return plan.Id;
        }
    }
}
