using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Screening.Cases;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Run;

/// <summary>The end of a file's screening: the comparison with the branch's last file, the state, the notice. Done twice it comes to the same.</summary>
internal sealed class FileCompletion(GovDbContext db, INotices notices, TimeProvider clock)
{
    public async Task Complete(ScreeningFile file, CancellationToken cancel)
    {
        var previous = await db.Set<ScreeningFile>().AsNoTracking()
            .Where(f => f.BranchId == file.BranchId && f.State == FileState.Completed && f.UploadedAt <= file.UploadedAt && f.Id != file.Id)
            .OrderByDescending(f => f.UploadedAt).ThenByDescending(f => f.Number).Select(f => (Guid?)f.Id).FirstOrDefaultAsync(cancel);
        db.Attach(file);
        var own = db.Set<ScreeningFinding>().Where(f => f.FileId == file.Id);
        if (previous is { } last)
        {
            var before = db.Set<ScreeningFinding>().Where(f => f.FileId == last);
            await db.WriteAtOnce(() => own.Where(f => before.Any(b => b.MatchKey == f.MatchKey))
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.Comparison, Comparison.Still), cancel), cancel);
            file.GoneCount = await Gone(db, last, file.Id).CountAsync(cancel);
        }
        // The same finding is being rectified already.
        await db.WriteAtOnce(() => own.Where(f => f.State == FindingState.Open && db.Set<RectificationCase>().Any(c => c.OpenKey == f.MatchKey))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FindingState.Confirmed), cancel), cancel);
        file.PreviousFileId = previous;
        file.StillCount = await own.CountAsync(f => f.Comparison == Comparison.Still, cancel);
        file.NewCount = await own.CountAsync(f => f.Comparison == Comparison.New, cancel);
        file.BytesRead = file.Length;
        await Finish(file, FileState.Completed, $"排查完成：{file.FileName}",
            $"共 {file.RowsRead:N0} 行，违规字样 {file.FindingCount:N0} 处，提示 {file.AdviceCount:N0} 处，未能读取 {file.RowsBad:N0} 行。", cancel);
    }

    /// <param name="problem">Why, in Chinese.</param>
    public async Task Fail(ScreeningFile file, string problem, CancellationToken cancel)
    {
        db.Attach(file);
        file.Problem = problem;
        await Finish(file, FileState.Failed, $"排查未能完成：{file.FileName}", problem, cancel);
    }

    /// <summary>Findings of the earlier file that the later one no longer has.</summary>
    public static IQueryable<ScreeningFinding> Gone(GovDbContext db, Guid earlier, Guid later) =>
        db.Set<ScreeningFinding>().Where(b => b.FileId == earlier
            && !db.Set<ScreeningFinding>().Any(f => f.FileId == later && f.MatchKey == b.MatchKey));

    private async Task Finish(ScreeningFile file, FileState state, string title, string text, CancellationToken cancel)
    {
        (file.State, file.FinishedAt) = (state, clock.UtcNow());
        await notices.Post(new($"screening.file/{file.Id:N}/done", new NoticeTo.Person(file.UploadedById), title, text, $"/screening/files/{file.Id}"), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
