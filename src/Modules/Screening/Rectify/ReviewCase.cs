using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Cases;

namespace WeChatBankGov.Screening.Rectify;

/// <summary>复核整改: a second person closes the case or sends the evidence back (R07-4).</summary>
internal static class ReviewCase
{
    /// <param name="Accepted">True closes the case; false sends it back.</param>
    /// <param name="Reason">Required for sending back.</param>
    [Permission(ScreeningPermissions.Judge)]
    [AuditedAs("复核整改")]
    internal sealed record Command(Guid CaseId, int Version, bool? Accepted, string? Reason) : ICommand<int>, IConcerns<RectificationCase>
    {
        Guid IConcerns.RecordId => CaseId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Accepted).NotNull().WithMessage("请选择已整改或退回。");
            RuleFor(c => c.Reason).NotEmpty().When(c => c.Accepted == false).WithMessage("退回的，请写明还差什么。")
                .MaximumLength(RectificationCaseConfig.TextLength).WithMessage($"理由最多 {RectificationCaseConfig.TextLength} 个字符。");
        }
    }

    internal sealed class Handler(GovDbContext db, CaseNews news, ITimeline timeline, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var @case = await db.Set<RectificationCase>().VisibleTo(me).SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
            if (@case is null)
            {
                return Outcome.NotFound;
            }
            if (RectificationRules.MayManage(me, @case.ManagingBranchId, @case.InstitutionName)
                .Concat(FourEyes.Check(me.Id, @case.Filers, "复核")).FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            if (@case.State != CaseState.Submitted)
            {
                return Outcome.WrongState($"整改 {@case.Number} 现在是“{@case.State.Chinese()}”，没有待复核的证明。");
            }
            if (@case.Version != command.Version)
            {
                return Outcome.Stale(@case.Version);
            }
            if (command.Accepted!.Value)
            {
                @case.Close(me, clock.BeijingToday(), clock.UtcNow());
                await news.Closed(@case, cancellationToken);
                timeline.Add(@case.Id, "复核：已整改", command.Reason?.Trim() ?? "", 6);
            }
            else
            {
                @case.Return(command.Reason!.Trim(), clock.UtcNow());
                await news.Returned(@case, cancellationToken);
                timeline.Add(@case.Id, "复核：退回", @case.ReturnReason, 6);
            }
            audit.Detail = $"{@case.Number}：{(command.Accepted.Value ? "已整改" : "退回")}";
            return @case.Version + 1;
        }
    }
}
