using FluentValidation;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Vocabulary;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Check;

/// <summary>查一个名称: what of the bank's name a text holds, whatever its disguise (R06-3). Keeps nothing.</summary>
internal static class CheckTexts
{
    public const int MostTexts = 1000;
    public const int MostCharacters = 2000;

    /// <summary>In all texts of a request together: some seconds of the screener's worst case, and not minutes.</summary>
    public const int MostInAll = 200_000;

    /// <param name="Texts">1 to 1,000 of them, each at most 2,000 UTF-16 units; one that is empty has no hits.</param>
    /// <param name="Kind">What bears the name, to say in words what follows; null when only the hits are wanted.</param>
    [Permission(ScreeningPermissions.Check)]
    internal sealed record Query(IReadOnlyList<string?>? Texts, AccountKind? Kind = null) : IQuery<IReadOnlyList<Checked>>;

    /// <param name="Text">As it was sent; nothing is folded or trimmed.</param>
    /// <param name="Hits">In the order of the text; empty when there are none.</param>
    /// <param name="Excepted">What would be a hit but for the administrator's exceptions; their reason is the hit's. Empty without a kind.</param>
    /// <param name="Breaches">R06-3's words for each hit, advice marked as such. Empty without a kind.</param>
    internal sealed record Checked(string Text, IReadOnlyList<Hit> Hits, IReadOnlyList<Hit> Excepted, IReadOnlyList<Breach> Breaches);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Texts).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("请填写要检查的名称。")
                .Must(texts => texts!.Count <= MostTexts).WithMessage($"一次最多检查 {MostTexts} 个名称。")
                .Must(texts => texts!.Sum(text => text?.Length ?? 0) <= MostInAll).WithMessage($"一次检查的名称合计最多 {MostInAll:N0} 个字符，请分几次检查。");
            RuleForEach(q => q.Texts).Cascade(CascadeMode.Stop)
                .NotNull().WithMessage("名称不能为空。")
                .Must(text => text!.Length <= MostCharacters).WithMessage($"一个名称最多 {MostCharacters} 个字符。");
        }
    }

    internal sealed class Handler(VocabularyShelf shelf, ScreeningSettings settings) : IQueryHandler<Query, IReadOnlyList<Checked>>
    {
        public Task<Outcome<IReadOnlyList<Checked>>> Handle(Query query, CancellationToken cancellationToken)
        {
            var vocabulary = shelf.Current;
            IReadOnlyList<Checked> answer = [.. query.Texts!.Select(text => Check(vocabulary, text!, query.Kind))];
            return Task.FromResult(Outcome.Of(answer));
        }

        private Checked Check(TermVocabulary vocabulary, string text, AccountKind? asked)
        {
            var hits = vocabulary.Screen(text);
            // Words count the characters before each hit: too much for a thousand texts of which nobody reads them.
            return asked is { } kind
                ? new(text, hits, vocabulary.Excepted(text, hits), [.. ScreeningRules.AccountIsFreeOfBankTerms(
                    kind, AccountField.Name, text, hits, settings.PersonalNames == PersonalNames.Finding)])
                : new(text, hits, [], []);
        }
    }
}
