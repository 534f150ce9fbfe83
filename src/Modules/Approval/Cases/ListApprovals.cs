using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Approval.Cases;

/// <summary>What waits for the head office's decision and what it decided (articles 7 and 10), newest first.</summary>
internal static class ListApprovals
{
    /// <param name="State">One state only.</param>
    /// <param name="Search">Part of the title or of the institution's name.</param>
    /// <param name="InstitutionId">Of one applying institution only.</param>
    /// <param name="Sort">opened, decided, title or institution; a leading hyphen turns it round; anything else: newest first.</param>
    [Permission(ApprovalPermissions.Read)]
    internal sealed record Query(ApprovalState? State, string? Search, Guid? InstitutionId, PageRequest Page, string? Sort = null)
        : IQuery<ListPage<Item>>;

    /// <summary>One approval.</summary>
    /// <param name="OpenedAt">UTC.</param>
    /// <param name="DecidedAt">UTC; null while it is pending.</param>
    /// <param name="DecidedByName">Empty while it is pending.</param>
    internal sealed record Item(
        Guid Id, int Version, string SubjectKind, Guid SubjectId, string Title, Guid InstitutionId, string InstitutionName,
        ApprovalState State, DateTime OpenedAt, DateTime? DecidedAt, string DecidedByName, string Href);

    public static IReadOnlyList<string> Sorts { get; } = ["opened", "decided", "title", "institution"];

    internal sealed class Handler(GovDbContext db, CurrentPerson me) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var approvals = WithinReach(db.Set<ApprovalCase>(), me);
            if (query.State is { } state)
            {
                approvals = approvals.Where(a => a.State == state);
            }
            if (query.Search?.Trim() is { Length: > 0 } search)
            {
                approvals = approvals.Where(a => a.Title.Contains(search) || a.InstitutionName.Contains(search));
            }
            if (query.InstitutionId is { } institution)
            {
                approvals = approvals.Where(a => a.InstitutionId == institution);
            }
            return await Sorted(approvals, query.Sort).ThenBy(a => a.Id)
                .Select(a => new Item(
                    a.Id, a.Version, a.SubjectKind, a.SubjectId, a.Title, a.InstitutionId, a.InstitutionName,
                    a.State, a.OpenedAt, a.DecidedAt, a.DecidedByName, a.Href))
                .ToPage(query.Page, cancellationToken);
        }

        private static IOrderedQueryable<ApprovalCase> Sorted(IQueryable<ApprovalCase> approvals, string? sort) => sort switch
        {
            "opened" => approvals.OrderBy(a => a.OpenedAt),
            "decided" => approvals.OrderBy(a => a.DecidedAt),
            "-decided" => approvals.OrderByDescending(a => a.DecidedAt),
            "title" => approvals.OrderBy(a => a.Title),
            "-title" => approvals.OrderByDescending(a => a.Title),
            "institution" => approvals.OrderBy(a => a.InstitutionName),
            "-institution" => approvals.OrderByDescending(a => a.InstitutionName),
            _ => approvals.OrderByDescending(a => a.OpenedAt),
        };

        /// <summary>
        /// R10-1 for a whole list: a branch's e-banking sees its own and what stands below it, a tier-1 branch its tier-2
        /// branches too; a lower unit its own. A single approval is shown to whoever sees its subject.
        /// </summary>
        private static IQueryable<ApprovalCase> WithinReach(IQueryable<ApprovalCase> approvals, CurrentPerson me) =>
            me.SeesAllInstitutions ? approvals
            : me.AtBranch && me.In(DepartmentKind.EBanking)
                ? approvals.Where(a => a.ManagingBranchId == me.InstitutionId || a.Tier1BranchId == me.InstitutionId)
            : me.Level is InstitutionLevel.SubBranch or InstitutionLevel.Outlet
                ? approvals.Where(a => a.InstitutionId == me.InstitutionId)
            : approvals.Where(a => false);
    }
}
