using FluentValidation;
using MediatR;
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
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Rows;

namespace WeChatBankGov.Screening.Judge;

/// <summary>确认命中: a person says that it is one; opens the case (R06-4), unless the same finding has one open already.</summary>
internal static class ConfirmFinding
{
    [Permission(ScreeningPermissions.Judge)]
    [AuditedAs("确认违规字样")]
    internal sealed record Command(Guid FindingId) : ICommand<Confirmed>, IConcerns<ScreeningFinding>
    {
        Guid IConcerns.RecordId => FindingId;
    }

    /// <param name="CaseId">Null while R06-4 is switched off.</param>
    internal sealed record Confirmed(Guid? CaseId, string? CaseNumber);

    internal sealed class Handler(
        GovDbContext db, Numbers numbers, CaseNews news, ITimeline timeline, WorkCalendarSource calendar, ScreeningSettings settings, IRuleSwitches switches,
        CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Confirmed>
    {
        public async Task<Outcome<Confirmed>> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await FindingToJudge.Find(db, me, command.FindingId, cancellationToken);
            if (found.Refusal is { } refusal)
            {
                return refusal;
            }
            var finding = found.Value;
            finding.State = FindingState.Confirmed;
            audit.Detail = $"{finding.InstitutionName} {finding.EmployeeNumber}：“{finding.Text}”";
            var open = await db.Set<RectificationCase>().SingleOrDefaultAsync(c => c.OpenKey == finding.MatchKey, cancellationToken);
            if (open is not null || !switches.IsOn("R06-4"))
            {
                return new Confirmed(open?.Id, open?.Number);
            }
            var today = clock.BeijingToday();
            var due = RectificationRules.DueFor(today, settings.RectificationDays, calendar.Current);
            var number = await numbers.Next("ZG", today.Year, cancellationToken);
            var opened = RectificationCase.Opened(number, finding, me, today, due, clock.UtcNow());
            db.Add(opened);
            timeline.Add(opened.Id, "确认违规字样，开始整改", $"期限{DayFormat.Day(due.Date)}（{settings.RectificationDays} 个工作日）", 6);
            await news.Opened(opened, cancellationToken);
            return new Confirmed(opened.Id, opened.Number);
        }
    }
}

/// <summary>列为误报: a false alarm, with its reason; the same text is excepted in this file and the branch's later ones.</summary>
internal static class DismissFinding
{
    /// <param name="Reason">Why it is none; an administrator reads it before making it an exception for all.</param>
    [Permission(ScreeningPermissions.Judge)]
    [AuditedAs("列为误报")]
    internal sealed record Command(Guid FindingId, string? Reason) : ICommand<Unit>, IConcerns<ScreeningFinding>
    {
        Guid IConcerns.RecordId => FindingId;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请说明为什么不是本行字样。")
            .MaximumLength(DismissedTextConfig.ReasonLength).WithMessage($"理由最多 {DismissedTextConfig.ReasonLength} 个字符。");
    }

    /// <summary>Enough for one text; whatever were beyond is excepted by the next file.</summary>
    internal const int MostAlike = 1000;

    internal sealed class Handler(GovDbContext db, ITimeline timeline, CurrentPerson me, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            var found = await FindingToJudge.Find(db, me, command.FindingId, cancellationToken);
            if (found.Refusal is { } refusal)
            {
                return refusal;
            }
            var finding = found.Value;
            finding.State = FindingState.Dismissed;
            var alike = await db.Set<ScreeningFinding>().Where(f => f.FileId == finding.FileId && f.ManagingBranchId == finding.ManagingBranchId
                && f.Text == finding.Text && f.State == FindingState.Open && f.Id != finding.Id).Take(MostAlike).ToListAsync(cancellationToken);
            // The database's comparison may be wider than "the same characters".
            foreach (var other in alike.Where(f => f.Text == finding.Text))
            {
                other.State = FindingState.Excepted;
            }
            var key = MatchKeys.OfText(finding.Text);
            if (await db.Set<DismissedText>().FindAsync([finding.ManagingBranchId, key], cancellationToken) is null)
            {
                db.Add(new DismissedText
                {
                    BranchId = finding.ManagingBranchId,
                    TextKey = key,
                    BranchName = finding.ManagingBranchName,
                    Text = finding.Text,
                    Terms = finding.Terms,
                    Reason = command.Reason!.Trim(),
                    ByName = me.Name,
                    At = clock.UtcNow(),
                });
            }
            audit.SubjectId = DismissedText.IdOf(finding.ManagingBranchId, key);
            audit.Detail = $"{finding.InstitutionName} {finding.EmployeeNumber}：“{finding.Text}”，{command.Reason!.Trim()}";
            timeline.Add(audit.SubjectId.Value, "列为误报", command.Reason.Trim(), 6);
            return Outcome.Done;
        }
    }
}

internal static class FindingToJudge
{
    /// <summary>A finding that waits for a person, and is this person's to judge.</summary>
    public static async Task<Outcome<ScreeningFinding>> Find(GovDbContext db, CurrentPerson me, Guid id, CancellationToken cancel)
    {
        var finding = await db.Set<ScreeningFinding>().VisibleTo(me).SingleOrDefaultAsync(f => f.Id == id, cancel);
        if (finding is null)
        {
            return Outcome.NotFound;
        }
        if (RectificationRules.MayManage(me, finding.ManagingBranchId, finding.InstitutionName).FirstOrDefault() is { } breach)
        {
            return Outcome.Forbidden(breach);
        }
        return finding.State == FindingState.Open ? finding : Outcome.WrongState($"这一条已经办理过，现在是“{finding.State.Chinese()}”。");
    }
}
