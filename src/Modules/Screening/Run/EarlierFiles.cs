using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Run;

/// <summary>
/// What a file is compared with: for each branch the newest earlier file that covered it, its own or the whole bank's, whoever
/// imported it. Known from the files alone, at any time the same.
/// </summary>
/// <param name="CommonId">For all branches but <paramref name="OfBranch"/>; null when there was none.</param>
/// <param name="OfBranch">By branch, its own file where that is newer than the whole bank's; only of a file of the whole bank.</param>
internal sealed record EarlierFiles(ScreeningFile File, Guid? CommonId, string? CommonNumber, IReadOnlyDictionary<Guid, Guid> OfBranch)
{
    /// <param name="file">Finished, or about to be; <see cref="ScreeningFile.FinishedAt"/> is set.</param>
    public static async Task<EarlierFiles> Of(GovDbContext db, ScreeningFile file, CancellationToken cancel)
    {
        // What another host completed afterwards was not there to be compared with, however early it was imported.
        var earlier = db.Set<ScreeningFile>().AsNoTracking().Where(f => f.State == FileState.Completed && f.Id != file.Id
            && f.UploadedAt <= file.UploadedAt && f.FinishedAt <= file.FinishedAt);
        var common = await earlier.Where(f => f.IsWholeBank || f.BranchId == file.BranchId)
            .OrderByDescending(f => f.UploadedAt).ThenByDescending(f => f.Number)
            .Select(f => new { f.Id, f.Number, f.UploadedAt }).FirstOrDefaultAsync(cancel);
        if (!file.IsWholeBank)
        {
            return new(file, common?.Id, common?.Number, new Dictionary<Guid, Guid>());
        }
        var since = common?.UploadedAt ?? DateTime.MinValue;
        var own = await earlier.Where(f => !f.IsWholeBank && f.UploadedAt > since)
            .OrderByDescending(f => f.UploadedAt).ThenByDescending(f => f.Number).Select(f => new { f.BranchId, f.Id }).ToListAsync(cancel);
        return new(file, common?.Id, common?.Number, own.DistinctBy(f => f.BranchId).ToDictionary(f => f.BranchId, f => f.Id));
    }

    /// <summary>Marks the file's findings that were there before; a statement for each earlier file, and not for each finding.</summary>
    public async Task MarkStill(GovDbContext db, CancellationToken cancel)
    {
        var (findings, branches) = (db.Set<ScreeningFinding>().Where(f => f.FileId == File.Id), OfBranch.Keys.ToList());
        if (CommonId is { } common)
        {
            await Mark(findings.Where(f => !branches.Contains(f.ManagingBranchId)), common);
        }
        foreach (var (branch, id) in OfBranch)
        {
            await Mark(findings.Where(f => f.ManagingBranchId == branch), id);
        }

        Task Mark(IQueryable<ScreeningFinding> of, Guid earlier) => db.WriteAtOnce(() => of
            .Where(f => db.Set<ScreeningFinding>().Any(b => b.FileId == earlier && b.MatchKey == f.MatchKey))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.Comparison, Comparison.Still), cancel), cancel);
    }

    /// <summary>Findings of the earlier files that this one no longer has.</summary>
    public IQueryable<ScreeningFinding> Gone(GovDbContext db)
    {
        var (file, common, whole, branch) = (File.Id, CommonId ?? Guid.Empty, File.IsWholeBank, File.BranchId);
        var branches = OfBranch.Keys.ToList();
        List<Guid> files = CommonId is null ? [.. OfBranch.Values] : [common, .. OfBranch.Values];
        return db.Set<ScreeningFinding>().Where(b => files.Contains(b.FileId)
            && (b.FileId != common || ((whole || b.ManagingBranchId == branch) && !branches.Contains(b.ManagingBranchId)))
            && !db.Set<ScreeningFinding>().Any(f => f.FileId == file && f.MatchKey == b.MatchKey));
    }
}
