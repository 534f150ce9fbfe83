using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Approval.Cases;

/// <summary>Whoever sees the subject sees what is decided about it; the head office e-banking department and auditors see all.</summary>
internal sealed class ApprovalVisibility(GovDbContext db, CurrentPerson me, IEnumerable<ISubjectVisibility> subjects)
    : IRecordVisibility
{
    public Type RecordType => typeof(ApprovalSubject);

    public async Task<bool> IsVisible(Guid id, CancellationToken cancel)
    {
        var subject = await db.Set<ApprovalCase>().AsNoTracking()
            .Where(a => a.Id == id).Select(a => new { a.SubjectKind, a.SubjectId }).SingleOrDefaultAsync(cancel);
        return subject is not null && await IsVisible(subject.SubjectKind, subject.SubjectId, cancel);
    }

    public async Task<Guid> SubjectOf(Guid id, CancellationToken cancel) =>
        await db.Set<ApprovalCase>().Where(a => a.Id == id).Select(a => (Guid?)a.SubjectId).SingleOrDefaultAsync(cancel) ?? id;

    public async Task<bool> IsVisible(string subjectKind, Guid subjectId, CancellationToken cancel) =>
        me.SeesAllInstitutions || await subjects.Of(subjectKind).IsVisible(subjectId, cancel);
}

internal static class SubjectVisibilities
{
    public static ISubjectVisibility Of(this IEnumerable<ISubjectVisibility> subjects, string kind) =>
        subjects.SingleOrDefault(s => s.SubjectKind == kind)
        ?? throw new InvalidOperationException($"No module says who may see {kind}: register an ISubjectVisibility for it.");
}
