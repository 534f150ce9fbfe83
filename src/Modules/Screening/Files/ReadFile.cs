using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Run;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Files;

/// <summary>One file: how far it is, and what was found by branch.</summary>
internal static class ReadFile
{
    [Permission(ScreeningPermissions.Read)]
    internal sealed record Query(Guid Id) : IQuery<Detail>;

    /// <param name="IsPart">
    /// A file of the whole bank seen by a branch: findings, advice and the comparison are counted of what the branch may see; rows and
    /// bad rows are the file's.
    /// </param>
    /// <param name="Branches">Findings that the person may see, by branch, most first.</param>
    /// <param name="PreviousNumber">What it was compared with; null when there was nothing.</param>
    /// <param name="OwnPrevious">How many branches had a newer file of their own, and were compared with that.</param>
    /// <param name="KeptUntil">UTC; when the content is erased. Null when it is already.</param>
    /// <param name="RowsPerSecond">Of the present or last run.</param>
    internal sealed record Detail(
        Guid Id, string Number, string FileName, FileFormat Format, string Encoding, long Length, Guid BranchId, string BranchName, bool IsWholeBank, bool IsPart,
        string UploadedByName, DateTime UploadedAt, FileState State, string Problem, int Rows, int BadRows, long BytesRead, double RowsPerSecond,
        int Findings, int Advice, int New, int Still, int Gone, string? PreviousNumber, Guid? PreviousId, int OwnPrevious, DateTime? FinishedAt,
        int VocabularyVersion, DateTime? KeptUntil, IReadOnlyList<BranchCount> Branches)
    {
        /// <summary>与 PC-2026-000001 相比…, for the page.</summary>
        public string ComparedWith => State == FileState.Failed ? "没有排查完，不与上次相比" : (PreviousNumber, OwnPrevious) switch
        {
            (null, 0) => "没有上一次可比",
            ({ } number, 0) => $"与 {number} 相比",
            (null, _) => $"{OwnPrevious} 家分行与其上一次相比",
            ({ } number, _) => $"与 {number} 相比，{OwnPrevious} 家分行与其后自己导入的相比",
        } + (PreviousNumber is null && OwnPrevious == 0 ? "" : $"；仍存在 {Still:N0}，已消除 {Gone:N0}");

        public bool IsAtWork => State is FileState.Queued or FileState.Running;
    }

    internal sealed record BranchCount(Guid BranchId, string BranchName, int Findings, int Advice, int New);

    internal sealed class Handler(GovDbContext db, CurrentPerson me, ScreeningSettings settings) : IQueryHandler<Query, Detail>
    {
        public async Task<Outcome<Detail>> Handle(Query query, CancellationToken cancellationToken)
        {
            if (await db.Set<ScreeningFile>().AsNoTracking().VisibleTo(me).SingleOrDefaultAsync(f => f.Id == query.Id, cancellationToken) is not { } f)
            {
                return Outcome.NotFound;
            }
            var branches = await db.Set<ScreeningFinding>().Where(x => x.FileId == f.Id).VisibleTo(me)
                .GroupBy(x => x.ManagingBranchId)
                .Select(g => new
                {
                    ManagingBranchId = g.Key,
                    // A branch may be renamed while a file waits to be gone on with.
                    ManagingBranchName = g.Max(x => x.ManagingBranchName)!,
                    Findings = g.Count(x => x.Level == FindingLevel.Finding),
                    Advice = g.Count(x => x.Level == FindingLevel.Advice),
                    New = g.Count(x => x.Comparison == Comparison.New),
                    Still = g.Count(x => x.Comparison == Comparison.Still),
                }).ToListAsync(cancellationToken);
            var earlier = f.State == FileState.Completed ? await EarlierFiles.Of(db, f, cancellationToken) : null;
            var isPart = f.IsWholeBank && !me.SeesAllInstitutions;
            var (findings, advice, added, still, gone) = !isPart ? (f.FindingCount, f.AdviceCount, f.NewCount, f.StillCount, f.GoneCount)
                : (branches.Sum(b => b.Findings), branches.Sum(b => b.Advice), branches.Sum(b => b.New), branches.Sum(b => b.Still),
                    earlier is null ? 0 : await earlier.Gone(db).VisibleTo(me).CountAsync(cancellationToken));
            return new Detail(
                f.Id, f.Number, f.FileName, f.Format, f.Encoding, f.Length, f.BranchId, f.BranchName, f.IsWholeBank, isPart, f.UploadedByName, f.UploadedAt, f.State,
                f.Problem, f.RowsRead, f.RowsBad, f.BytesRead, f.RowsPerSecond, findings, advice, added, still, gone,
                earlier?.CommonNumber, earlier?.CommonId, earlier?.OfBranch.Count ?? 0, f.FinishedAt, f.VocabularyVersion,
                f.ContentErasedAt is null ? f.UploadedAt.AddDays(settings.FileDays) : null,
                [.. branches.Select(b => new BranchCount(b.ManagingBranchId, b.ManagingBranchName, b.Findings, b.Advice, b.New))
                    .OrderByDescending(b => b.Findings).ThenByDescending(b => b.Advice).ThenBy(b => b.BranchName, StringComparer.Ordinal)]);
        }
    }
}

/// <summary>未能读取的行: bad rows of one file, in its order. Whoever sees the whole file sees them; another branch's are not a branch's.</summary>
internal static class ListBadRows
{
    [Permission(ScreeningPermissions.Read)]
    internal sealed record Query(Guid FileId, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="Row">The row as a spreadsheet shows it, from 1, the heading included.</param>
    internal sealed record Item(int Row, string Reason);

    internal sealed class Handler(GovDbContext db, CurrentPerson me) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            await db.Set<ScreeningFile>().VisibleTo(me)
                .AnyAsync(f => f.Id == query.FileId && (me.SeesAllInstitutions || f.BranchId == me.InstitutionId), cancellationToken)
                ? await db.Set<BadRow>().Where(r => r.FileId == query.FileId).OrderBy(r => r.RowNumber)
                    .Select(r => new Item(r.RowNumber, r.Reason)).ToPage(query.Page, cancellationToken)
                : Outcome.NotFound;
    }
}
