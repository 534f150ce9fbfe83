using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>The measures, article by article, with the codes of the rules that rest on each.</summary>
internal static class ListArticles
{
    [Permission(MeasuresPermissions.Read)]
    internal sealed record Query : IQuery<List<Item>>;

    /// <param name="Number">1 to 20.</param>
    /// <param name="Heading">第七条</param>
    /// <param name="Chapter">第一章 总则</param>
    /// <param name="Text">The wording, paragraphs separated by line feeds.</param>
    /// <param name="Rules">The codes of the rules that quote it; empty when software enforces nothing of it.</param>
    internal sealed record Item(int Number, string Heading, string Chapter, string Text, IReadOnlyList<string> Rules);

    internal sealed class Handler(RuleCatalogue catalogue) : IQueryHandler<Query, List<Item>>
    {
        public Task<Outcome<List<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            Task.FromResult<Outcome<List<Item>>>(MeasuresText.Articles.Select(a => new Item(a.Number, a.Heading, a.Chapter, a.Text,
                [.. catalogue.Rules.Where(r => r.Quotes.Any(q => q.Article == a.Number)).Select(r => r.Code)])).ToList());
    }
}
