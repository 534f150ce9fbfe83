using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>One institution, the way up from it and what hangs under it (article 8).</summary>
internal static class ReadInstitution
{
    private const int ChildrenShown = 100;

    [Permission(OrganisationPermissions.ReadInstitutions)]
    internal sealed record Query(Guid Id) : IQuery<Answer>;

    /// <param name="Institution">Itself.</param>
    /// <param name="AccountName">The unified name of its subscription account (R06-1); null below the branches, and while unsettled.</param>
    /// <param name="Path">From the head office down to its parent.</param>
    /// <param name="Children">The first hundred directly under it, by code.</param>
    /// <param name="MoreChildren">Whether there are more.</param>
    internal sealed record Answer(
        Details Institution, string? AccountName, IReadOnlyList<Link> Path, IReadOnlyList<Link> Children, bool MoreChildren);

    /// <summary>What the register knows of it.</summary>
    internal sealed record Details(
        Guid Id, string Code, InstitutionLevel Level, string Name, string FullPlaceName, string PlaceName, bool PlaceNameUnsettled,
        string ManagingBranch, int Version);

    /// <summary>Another institution to go to.</summary>
    internal sealed record Link(Guid Id, string Code, InstitutionLevel Level, string Name);

    internal sealed class Handler(GovDbContext db, BankOptions bank) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var institutions = db.Set<Institution>().AsNoTracking();
            var found = await institutions.SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
            if (found is null)
            {
                return Outcome.NotFound;
            }
            List<Institution> path = [];
            for (var next = found.ParentId; next is { } id; next = path[^1].ParentId)
            {
                path.Add(await institutions.SingleAsync(i => i.Id == id, cancellationToken));
            }
            path.Reverse();
            var children = await institutions.Where(i => i.ParentId == found.Id).OrderBy(i => i.Code)
                .Take(ChildrenShown + 1).Select(i => new Link(i.Id, i.Code, i.Level, i.Name)).ToListAsync(cancellationToken);
            var managing = path.Append(found).First(i => i.Id == found.ManagingBranchId);
            return new Answer(
                new(found.Id, found.Code, found.Level, found.Name, found.FullPlaceName, found.PlaceName, found.PlaceNameUnsettled,
                    managing.Name, found.Version),
                found.OwnsPlaceName ? bank.BranchAccountName(found.PlaceName) : null,
                [.. path.Select(i => new Link(i.Id, i.Code, i.Level, i.Name))],
                [.. children.Take(ChildrenShown)], children.Count > ChildrenShown);
        }
    }
}
