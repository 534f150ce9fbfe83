using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Judge;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Dismissals;

/// <summary>
/// 撤回误报: a second person of the managing department, or of the head office's, sees that it was none (R07-4). The next files find
/// the text again, and in the last results it waits to be judged once more.
/// </summary>
internal static class TakeBackDismissal
{
    /// <param name="TextKey">Of the dismissed text; with the branch it names the dismissal.</param>
    /// <param name="Reason">Why it is the bank's name after all.</param>
    [Permission(ScreeningPermissions.Judge)]
    [AuditedAs("撤回误报")]
    internal sealed record Command(Guid BranchId, string TextKey, string? Reason) : ICommand<TakenBack>;

    /// <param name="Reopened">How many findings of the last results wait to be judged again.</param>
    internal sealed record TakenBack(int Reopened);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请说明为什么撤回。")
            .MaximumLength(DismissedTextConfig.ReasonLength).WithMessage($"理由最多 {DismissedTextConfig.ReasonLength} 个字符。");
    }

    /// <summary>Of each scope: nobody sends so many that break off.</summary>
    private const int MostFiles = 20;

    internal sealed class Handler(GovDbContext db, ITimeline timeline, CurrentPerson me, AuditDraft audit) : ICommandHandler<Command, TakenBack>
    {
        public async Task<Outcome<TakenBack>> Handle(Command command, CancellationToken cancellationToken)
        {
            var dismissed = await db.Set<DismissedText>().VisibleTo(me)
                .SingleOrDefaultAsync(t => t.BranchId == command.BranchId && t.TextKey == command.TextKey, cancellationToken);
            if (dismissed is null)
            {
                return Outcome.NotFound;
            }
            if (RectificationRules.MayManage(me, dismissed.BranchId, dismissed.BranchName)
                .Concat(FourEyes.Check(me.Id, await Dismissers(db, dismissed, cancellationToken), "撤回")).FirstOrDefault() is { } breach)
            {
                return Outcome.Forbidden(breach);
            }
            db.Remove(dismissed);
            var reopened = await Reopen(dismissed, cancellationToken);
            audit.SubjectId = DismissedText.IdOf(dismissed.BranchId, dismissed.TextKey);
            audit.Detail = $"{dismissed.BranchName}：“{dismissed.Text}”，{command.Reason!.Trim()}";
            timeline.Add(audit.SubjectId.Value, "撤回误报", command.Reason.Trim(), 6);
            return new TakenBack(reopened);
        }

        /// <summary>
        /// In the branch's last results and the whole bank's: older ones are history, and stay as they were judged. A file that broke off, or
        /// is still at work, says nothing of the rows that it has not come to: the last whole one before it counts, too.
        /// </summary>
        private async Task<int> Reopen(DismissedText dismissed, CancellationToken cancel)
        {
            var files = db.Set<ScreeningFile>().Where(f => f.State != FileState.Receiving);
            var last = (await Since(files.Where(f => f.BranchId == dismissed.BranchId), cancel))
                .Union(await Since(files.Where(f => f.IsWholeBank), cancel)).ToList();
            var findings = await db.Set<ScreeningFinding>().Where(f => last.Contains(f.FileId) && f.ManagingBranchId == dismissed.BranchId
                && f.Text == dismissed.Text && (f.State == FindingState.Dismissed || f.State == FindingState.Excepted))
                .Take(DismissFinding.MostAlike).ToListAsync(cancel);
            // The database's comparison may be wider than "the same characters".
            var alike = findings.FindAll(f => f.Text == dismissed.Text);
            alike.ForEach(f => f.State = FindingState.Open);
            return alike.Count;
        }

        /// <summary>The last completed one and whatever came after it.</summary>
        private static async Task<IReadOnlyList<Guid>> Since(IQueryable<ScreeningFile> files, CancellationToken cancel)
        {
            var completed = await files.Where(f => f.State == FileState.Completed).MaxAsync(f => (DateTime?)f.UploadedAt, cancel) ?? DateTime.MinValue;
            return await files.Where(f => f.UploadedAt >= completed).OrderByDescending(f => f.UploadedAt).Take(MostFiles).Select(f => f.Id).ToListAsync(cancel);
        }
    }

    /// <summary>Whoever dismissed the text since the last time that it was taken back, by the audit trail.</summary>
    internal static async Task<IReadOnlyCollection<Guid>> Dismissers(GovDbContext db, DismissedText dismissed, CancellationToken cancel)
    {
        var id = DismissedText.IdOf(dismissed.BranchId, dismissed.TextKey);
        return await db.Set<AuditEntry>()
            .Where(e => e.SubjectId == id && e.At >= dismissed.At && e.Action == nameof(DismissFinding) && e.Result == AuditResult.Done && e.PersonId != null)
            .Select(e => e.PersonId!.Value).Distinct().ToListAsync(cancel);
    }
}
