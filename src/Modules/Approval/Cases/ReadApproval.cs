using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Approval.Cases;

/// <summary>One approval with its decision (articles 7 and 10).</summary>
internal static class ReadApproval
{
    [Permission(ApprovalPermissions.Read)]
    internal sealed record Query(Guid ApprovalId) : IQuery<Item>, IConcerns<ApprovalSubject>
    {
        Guid IConcerns.RecordId => ApprovalId;
    }

    /// <summary>One approval.</summary>
    /// <param name="Version">To be sent back with the decision.</param>
    /// <param name="OpenedAt">UTC.</param>
    /// <param name="DecidedAt">UTC; null while it is pending.</param>
    /// <param name="DecidedByName">Empty while it is pending.</param>
    /// <param name="Opinion">Empty while it is pending, or when nothing was said.</param>
    /// <param name="Comments">At fields; of a return only.</param>
    internal sealed record Item(
        Guid Id, int Version, string SubjectKind, Guid SubjectId, string Title, Guid InstitutionId, string InstitutionName,
        ApprovalState State, DateTime OpenedAt, DateTime? DecidedAt, string DecidedByName, string Opinion,
        IReadOnlyList<FieldComment> Comments, string Href);

    internal sealed class Handler(GovDbContext db, ApprovalVisibility visibility) : IQueryHandler<Query, Item>
    {
        public async Task<Outcome<Item>> Handle(Query query, CancellationToken cancellationToken)
        {
            var item = await db.Set<ApprovalCase>()
                .Where(a => a.Id == query.ApprovalId)
                .Select(a => new Item(
                    a.Id, a.Version, a.SubjectKind, a.SubjectId, a.Title, a.InstitutionId, a.InstitutionName, a.State, a.OpenedAt,
                    a.DecidedAt, a.DecidedByName, a.Opinion,
                    a.Comments.OrderBy(c => c.Number).Select(c => new FieldComment(c.Field, c.Comment)).ToList(), a.Href))
                .SingleOrDefaultAsync(cancellationToken);
            return item is not null && await visibility.IsVisible(item.SubjectKind, item.SubjectId, cancellationToken)
                ? item
                : Outcome.NotFound;
        }
    }
}
