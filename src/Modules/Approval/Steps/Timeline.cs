using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Approval.Steps;

internal sealed class Timeline(GovDbContext db, TimelineSteps steps, CurrentPerson me, TimeProvider clock) : ITimeline
{
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
        await steps.Of(db, subjectId).ToListAsync(cancel);
}

/// <summary>The statement of a timeline, compiled once for each host: a compiled query knows the model that it was made for.</summary>
internal sealed class TimelineSteps
{
    public Func<GovDbContext, Guid, IAsyncEnumerable<TimelineStep>> Of { get; } =
        EF.CompileAsyncQuery((GovDbContext db, Guid subjectId) => db.Set<TimelineEntry>()
            .Where(e => e.SubjectId == subjectId)
            .OrderBy(e => e.At).ThenBy(e => e.Place)
            .Select(e => new TimelineStep(e.At, e.PersonName, e.InstitutionName, e.DepartmentName, e.Step, e.Opinion, e.Article)));
}
