using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>One rule of the catalogue.</summary>
internal static class ReadRule
{
    /// <param name="Code">In any case.</param>
    [Permission(MeasuresPermissions.Read)]
    internal sealed record Query(string Code) : IQuery<ListRules.Item>;

    internal sealed class Handler(RuleCatalogue catalogue, RefusalCounts refusals) : IQueryHandler<Query, ListRules.Item>
    {
        public async Task<Outcome<ListRules.Item>> Handle(Query query, CancellationToken cancellationToken) =>
            catalogue.Find(query.Code.ToUpperInvariant()) is { } rule
                ? ListRules.Item.Of(rule, await refusals.Of(rule.Code, cancellationToken))
                : new Refusal(RefusalKind.NotFound, [Breach.OfShape(null, "规则目录中没有这个代码。请从“管理办法”页面进入。")]);
    }
}
