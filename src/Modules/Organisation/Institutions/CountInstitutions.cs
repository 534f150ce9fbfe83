using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>How many institutions there are of each level (article 8), and how many place names are to be settled (R06-2).</summary>
internal static class CountInstitutions
{
    [Permission(OrganisationPermissions.ReadInstitutions)]
    internal sealed record Query : IQuery<Answer>;

    internal sealed record Answer(IReadOnlyList<LevelCount> Levels, int Unsettled)
    {
        public int All => Levels.Sum(l => l.Count);
    }

    internal sealed record LevelCount(InstitutionLevel Level, int Count);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, Answer>
    {
        public async Task<Outcome<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var levels = await db.Set<Institution>().GroupBy(i => i.Level)
                .Select(g => new { Level = g.Key, Count = g.Count(), Unsettled = g.Sum(i => i.PlaceNameUnsettled ? 1 : 0) })
                .ToListAsync(cancellationToken);
            return new Answer(
                [.. levels.OrderBy(l => l.Level).Select(l => new LevelCount(l.Level, l.Count))], levels.Sum(l => l.Unsettled));
        }
    }
}
