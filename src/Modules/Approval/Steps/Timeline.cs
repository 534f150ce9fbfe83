using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Steps;

internal sealed class Timeline(GovDbContext db, CurrentPerson me, TimeProvider clock) : ITimeline
{
    private static readonly Func<GovDbContext, Guid, IAsyncEnumerable<TimelineStep>> Steps =
        EF.CompileAsyncQuery((GovDbContext db, Guid subjectId) => db.Set<TimelineEntry>()
            .Where(e => e.SubjectId == subjectId)
            .OrderBy(e => e.At).ThenBy(e => e.Place)
            .Select(e => new TimelineStep(e.At, e.PersonName, e.InstitutionName, e.DepartmentName, e.Step, e.Opinion, e.Article)));

    public void Add(Guid subjectId, string step, string opinion = "", int? article = null) => db.Add(new TimelineEntry
    {
        SubjectId = subjectId,
        At = clock.UtcNow(),
        Place = db.Set<TimelineEntry>().Local.Count(e => e.SubjectId == subjectId),
        PersonId = me.Id == Guid.Empty ? null : me.Id,
        PersonName = me.Name,
        InstitutionName = me.InstitutionName,
        DepartmentName = me.DepartmentName,
        Step = step.Cut(ApprovalLengths.Step),
        Opinion = opinion.Cut(TimelineEntry.OpinionLength),
        Article = article,
    });

    public async Task<IReadOnlyList<TimelineStep>> Of(Guid subjectId, CancellationToken cancel) =>
        await Steps(db, subjectId).ToListAsync(cancel);
}
