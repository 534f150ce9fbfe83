using System.Linq.Expressions;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Approval.Cases;

internal sealed class ApprovalContributions : IContributions
{
    // By the subject's open round, which an index leads to.
    public Expression<Func<GovDbContext, Guid, Guid, bool>> Contributed { get; } = (db, subject, person) =>
        db.Set<ApprovalCase>().Any(a => a.OpenSubjectId == subject && a.Contributors.Any(c => c.PersonId == person));
}
