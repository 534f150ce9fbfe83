using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>The rule catalogue, by code, with how often each refused something in the last 90 days.</summary>
internal static class ListRules
{
    [Permission(MeasuresPermissions.Read)]
    internal sealed record Query : IQuery<List<Item>>;

    /// <param name="Code">Such as R07-1; never changes.</param>
    /// <param name="Article">The first article it rests on, 1 to 20.</param>
    /// <param name="Kind">What it does when it is not met.</param>
    /// <param name="Title">In one Chinese sentence.</param>
    /// <param name="Quotes">The words of the articles it rests on.</param>
    /// <param name="Derived">True when the measures do not say it in so many words.</param>
    /// <param name="FurtherBasis">What else a derived rule rests on; empty when nothing.</param>
    /// <param name="Switchable">Whether the security administrator may switch it off.</param>
    /// <param name="RefusedLast90Days">Refusals in the audit trail over 90 Beijing days, today among them.</param>
    internal sealed record Item(
        string Code, int Article, RuleKind Kind, string Title, IReadOnlyList<RuleQuote> Quotes, bool Derived, string FurtherBasis,
        bool Switchable, int RefusedLast90Days)
    {
        public static Item Of(Rule rule, int refused) => new(
            rule.Code, rule.Article, rule.Kind, rule.Title, rule.Quotes, rule.Derived, rule.FurtherBasis, rule.Switchable, refused);
    }

    internal sealed class Handler(RuleCatalogue catalogue, RefusalCounts refusals) : IQueryHandler<Query, List<Item>>
    {
        public async Task<Outcome<List<Item>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var counts = await refusals.ByCode(cancellationToken);
            return catalogue.Rules.Select(rule => Item.Of(rule, counts.GetValueOrDefault(rule.Code))).ToList();
        }
    }
}
