using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>发布字样变更: a new version, in force at once for names and for files that begin afterwards; what was found stays as it was.</summary>
internal static class PublishChange
{
    [Permission(ScreeningPermissions.ManageTerms)]
    [AuditedAs("发布字样变更")]
    internal sealed record Command(Guid ChangeId, int Version) : ICommand<int>;

    internal sealed class Handler(GovDbContext db, VocabularyShelf shelf, CurrentPerson me, TimeProvider clock, AuditDraft audit)
        : ICommandHandler<Command, int>
    {
        public async Task<Outcome<int>> Handle(Command command, CancellationToken cancellationToken)
        {
            var change = await db.Set<TermChange>().SingleOrDefaultAsync(c => c.Id == command.ChangeId, cancellationToken);
            if (change is null)
            {
                return Outcome.NotFound;
            }
            audit.SubjectId = change.Id;
            audit.Detail = $"{change.Summary}：{change.Reason}";
            if (change.State != ChangeState.Ready)
            {
                return Outcome.WrongState($"这项变更现在是“{change.State.Chinese()}”，不能发布。");
            }
            if (change.Version != command.Version)
            {
                return Outcome.Stale(change.Version);
            }
            var inForce = await db.Set<VocabularyVersion>().AsNoTracking().OrderByDescending(v => v.Version).FirstAsync(cancellationToken);
            if (inForce.Version != change.BaseVersion)
            {
                return Outcome.WrongState($"预览之后，字样表又发布了第 {inForce.Version} 版。请重新预览后再发布。");
            }
            var next = new VocabularyVersion
            {
                Version = inForce.Version + 1,
                Content = change.ApplyTo(VocabularyDocument.Read(inForce.Content)).Write(),
                Summary = change.Summary,
                Reason = change.Reason,
                PublishedByName = me.Name,
                PublishedAt = clock.UtcNow(),
            };
            var vocabulary = next.ToVocabulary();
            if (!vocabulary.IsUsable)
            {
                return Outcome.WrongState("变更后的字样表无法用来排查，不能发布。请放弃这项变更，改写字样后重新提出。");
            }
            db.Add(next);
            (change.State, change.PublishedVersion) = (ChangeState.Published, next.Version);
            db.SavedChanges += (_, _) => shelf.Take(vocabulary);
            return next.Version;
        }
    }
}

/// <summary>重新预览 after another change was published, or over another file; or 放弃.</summary>
internal static class RedoChange
{
    /// <param name="Drop">True gives the change up; false looks through a file again.</param>
    /// <param name="FileId">Which one; null for the one that says most.</param>
    [Permission(ScreeningPermissions.ManageTerms)]
    [AuditedAs("重新预览或放弃字样变更")]
    internal sealed record Command(Guid ChangeId, bool Drop, Guid? FileId = null) : ICommand<Unit>;

    internal sealed class Handler(GovDbContext db, WorkSignal signal, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            var change = await db.Set<TermChange>().SingleOrDefaultAsync(c => c.Id == command.ChangeId, cancellationToken);
            if (change is null)
            {
                return Outcome.NotFound;
            }
            if (change.State is ChangeState.Published or ChangeState.Dropped)
            {
                return Outcome.WrongState($"这项变更{change.State.Chinese()}。");
            }
            if (command is { Drop: false, FileId: { } file } && !await db.Set<ScreeningFile>().Kept().AnyAsync(f => f.Id == file, cancellationToken))
            {
                return Rules.Check([PreviewFiles.NotKept]);
            }
            audit.SubjectId = change.Id;
            audit.Detail = $"{(command.Drop ? "放弃" : "重新预览")}：{change.Summary}";
            change.State = command.Drop ? ChangeState.Dropped : ChangeState.Previewing;
            change.FileId = command.Drop ? change.FileId : command.FileId;
            change.BaseVersion = await db.Set<VocabularyVersion>().MaxAsync(v => v.Version, cancellationToken);
            db.SavedChanges += (_, _) => signal.Wake();
            return Outcome.Done;
        }
    }
}
