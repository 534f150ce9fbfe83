using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>字样与例外: what is in force, and its history.</summary>
internal static class ReadVocabulary
{
    private const int MostShown = 50;

    [Permission(ScreeningPermissions.ReadTerms)]
    internal sealed record Query : IQuery<Detail>;

    /// <param name="Shipped">Exceptions that come with the engine; advice.</param>
    /// <param name="History">Newest first, at most 50.</param>
    /// <param name="Waiting">Changes that are previewed, could not be, or wait to be published.</param>
    internal sealed record Detail(
        int Version, IReadOnlyList<TermItem> Terms, IReadOnlyList<ExceptionEntry> Exceptions, IReadOnlyList<ScreeningException> Shipped,
        IReadOnlyList<Past> History, IReadOnlyList<WaitingChange> Waiting);

    /// <param name="IsOfArticle">Named by article 6: can't be removed.</param>
    internal sealed record TermItem(string Text, bool IsAdvice, bool Pinyin, string Reason, bool IsOfArticle);

    /// <param name="At">UTC.</param>
    internal sealed record Past(int Version, string Summary, string Reason, string By, DateTime At);

    internal sealed record WaitingChange(Guid Id, string Summary, ChangeState State, string By, DateTime At);

    internal sealed class Handler(GovDbContext db, BankOptions bank) : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            var inForce = await db.Set<VocabularyVersion>().AsNoTracking().OrderByDescending(v => v.Version).FirstAsync(cancellationToken);
            var document = VocabularyDocument.Read(inForce.Content);
            var named = Term.OfBank(bank.FullName, bank.ShortName).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
            var waiting = await db.Set<TermChange>().AsNoTracking()
                .Where(c => c.State == ChangeState.Previewing || c.State == ChangeState.Ready || c.State == ChangeState.Failed).OrderByDescending(c => c.ProposedAt)
                .Take(MostShown).ToListAsync(cancellationToken);
            return new Detail(inForce.Version,
                [.. document.Terms.Select(t => new TermItem(t.Text, t.IsAdvice, t.Pinyin, t.Reason, named.Contains(t.Text)))],
                document.Exceptions, ScreeningException.Shipped,
                await db.Set<VocabularyVersion>().OrderByDescending(v => v.Version).Take(MostShown)
                    .Select(v => new Past(v.Version, v.Summary, v.Reason, v.PublishedByName, v.PublishedAt)).ToListAsync(cancellationToken),
                [.. waiting.Select(c => new WaitingChange(c.Id, c.Summary, c.State, c.ProposedByName, c.ProposedAt))]);
        }
    }
}

/// <summary>One proposed change and what it would do.</summary>
internal static class ReadChange
{
    [Permission(ScreeningPermissions.ReadTerms)]
    internal sealed record Query(Guid Id) : IQuery<Detail>;

    /// <param name="FileNumber">The file that was looked through; null when there was none, or while the one to be taken is not known.</param>
    /// <param name="FileBranch">Whose employees are in it: 全行, or the branch's name.</param>
    /// <param name="FileAt">UTC; when it was imported.</param>
    /// <param name="IsStale">Another change was published after the preview: it has to be done again.</param>
    internal sealed record Detail(
        Guid Id, string Summary, ChangeKind Kind, string Text, string Reason, string By, DateTime At, ChangeState State,
        string? FileNumber, string? FileBranch, DateTime? FileAt, int Rows, int New, int Gone, IReadOnlyList<TermChange.Sample> Samples, int PublishedVersion, bool IsStale, int Version);

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<TermChange>().AsNoTracking().SingleOrDefaultAsync(x => x.Id == query.Id, cancellationToken) is not { } c)
            {
                return Outcome.NotFound;
            }
            var file = c.FileId is { } id
                ? await db.Set<ScreeningFile>().Where(f => f.Id == id)
                    .Select(f => new { f.Number, Branch = f.IsWholeBank ? "全行" : f.BranchName, f.UploadedAt }).SingleAsync(cancellationToken)
                : null;
            var newest = await db.Set<VocabularyVersion>().MaxAsync(v => v.Version, cancellationToken);
            return new Detail(c.Id, c.Summary, c.Kind, c.Text, c.Reason, c.ProposedByName, c.ProposedAt, c.State,
                file?.Number, file?.Branch, file?.UploadedAt, c.Rows, c.NewCount, c.GoneCount, c.Samples, c.PublishedVersion, c.State == ChangeState.Ready && newest != c.BaseVersion, c.Version);
        }
    }
}
