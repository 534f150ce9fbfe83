using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.RuleSwitches;

/// <summary>The rules that can be switched off, and which of them are.</summary>
internal static class ListRuleSwitches
{
    [Permission(OrganisationPermissions.ReadRuleSwitches)]
    internal sealed record Query : IQuery<IReadOnlyList<Item>>;

    /// <param name="Code">The rule's code.</param>
    /// <param name="Article">The article it rests on.</param>
    /// <param name="Title">The rule in one sentence.</param>
    /// <param name="Off">Since when, by whom and why it is off; null while it is on.</param>
    internal sealed record Item(string Code, int Article, string Title, RuleOff? Off);

    internal sealed class Handler(GovDbContext db, RuleCatalogue catalogue) : IQueryHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<Outcome<IReadOnlyList<Item>>> Handle(Query request, CancellationToken cancellationToken)
        {
            // From the database, not from this host's memory: whoever switches sees what is true for all hosts.
            var off = await db.Set<RuleSwitch>().AsNoTracking()
                .ToDictionaryAsync(r => r.Code, r => new RuleOff(r.Code, r.OffSince, r.OffByName, r.Reason), cancellationToken);
            return catalogue.Rules.Where(r => r.Switchable)
                .Select(r => new Item(r.Code, r.Article, r.Title, off.GetValueOrDefault(r.Code))).ToList();
        }
    }
}
