using System.Linq.Expressions;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Review.Cases;

internal sealed class ReviewContributions : IContributions
{
    // By the subject's open round, which an index leads to.
    public Expression<Func<GovDbContext, Guid, Guid, bool>> Contributed { get; } = (db, subject, person) =>
        db.Set<VisualIdentityReview>().Any(r => r.OpenSubjectId == subject && r.Contributors.Any(c => c.PersonId == person));
}
