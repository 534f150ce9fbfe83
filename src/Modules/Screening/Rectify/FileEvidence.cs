using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Cases;

namespace WeChatBankGov.Screening.Rectify;

/// <summary>上传整改证明: a screenshot of the new name; waits for a second person (R06-4, R07-4).</summary>
internal static class FileEvidence
{
    public static FileRule Rule { get; } = new("整改证明", 10 << 20, FileKind.Png, FileKind.Jpeg, FileKind.Pdf);

    /// <param name="Explanation">What was done.</param>
    /// <param name="Evidence">A screenshot or document; null when none was sent.</param>
    [Permission(ScreeningPermissions.Rectify)]
    [AuditedAs("上传整改证明")]
    internal sealed record Command(Guid CaseId, int Version, string? Explanation, Stream? Evidence, string? EvidenceName)
        : ICommand<int>, IConcerns<RectificationCase>
    {
        Guid IConcerns.RecordId => CaseId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Explanation).NotEmpty().WithMessage("请说明怎样整改的，例如新的名称。")
                .MaximumLength(RectificationCaseConfig.TextLength).WithMessage($"说明最多 {RectificationCaseConfig.TextLength} 个字符。");
            RuleFor(c => c.Evidence).NotNull().WithMessage("请上传改名之后的截图或其他证明。");
        }
    }

    internal sealed class Handler(
        GovDbContext db, FileIntake intake, CaseNews news, ITimeline timeline, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var @case = await db.Set<RectificationCase>().VisibleTo(me).SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
            if (@case is null)
            {
                return Outcome.NotFound;
            }
            if (RectificationRules.MayRectify(me, @case.InstitutionId, @case.ManagingBranchId, @case.InstitutionName).FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            if (@case.State != CaseState.Open)
            {
                return Outcome.WrongState($"整改 {@case.Number} 现在是“{@case.State.Chinese()}”，不能再上传证明。");
            }
            if (@case.Version != command.Version)
            {
                return Outcome.Stale(@case.Version);
            }
            var evidence = await intake.Accept(command.Evidence!, command.EvidenceName ?? "", Rule, "evidence", cancellationToken);
            if (evidence.Refusal is { } unfit)
            {
                return unfit;
            }
            @case.File(command.Explanation!.Trim(), evidence.Value, me, clock.UtcNow());
            await news.Filed(@case, cancellationToken);
            timeline.Add(@case.Id, "上传整改证明", @case.Explanation, 6);
            audit.Detail = $"{@case.Number}：{evidence.Value.FileName}";
            return @case.Version + 1;
        }
    }
}
