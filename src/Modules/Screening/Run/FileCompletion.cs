using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Screening.Cases;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Judge;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Run;

/// <summary>The end of a file's screening: the comparison with what was found before, the state, the notice. Done twice it comes to the same.</summary>
internal sealed class FileCompletion(GovDbContext db, INotices notices, TimeProvider clock)
{
    public async Task Complete(ScreeningFile file, CancellationToken cancel)
    {
        db.Attach(file);
        file.FinishedAt = clock.UtcNow();
        var own = db.Set<ScreeningFinding>().Where(f => f.FileId == file.Id);
        var earlier = await EarlierFiles.Of(db, file, cancel);
        await earlier.MarkStill(db, cancel);
        file.GoneCount = await earlier.Gone(db).CountAsync(cancel);
        // The same finding is being rectified already.
        await db.WriteAtOnce(() => own.Where(f => f.State == FindingState.Open && db.Set<RectificationCase>().Any(c => c.OpenKey == f.MatchKey))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FindingState.Confirmed), cancel), cancel);
        file.PreviousFileId = earlier.CommonId;
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
        (file.Problem, file.FinishedAt) = (problem, clock.UtcNow());
        await Finish(file, FileState.Failed, $"排查未能完成：{file.FileName}", problem, cancel);
    }

    private async Task Finish(ScreeningFile file, FileState state, string title, string text, CancellationToken cancel)
    {
        // The run began with the dismissals of that time; one that was taken back meanwhile excepts nothing any more.
        await db.WriteAtOnce(() => db.Set<ScreeningFinding>().Where(f => f.FileId == file.Id && f.State == FindingState.Excepted
                && !db.Set<DismissedText>().Any(t => t.BranchId == f.ManagingBranchId && t.Text == f.Text))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.State, FindingState.Open), cancel), cancel);
        file.State = state;
        await notices.Post(new($"screening.file/{file.Id:N}/done", new NoticeTo.Person(file.UploadedById), title, text, $"/screening/files/{file.Id}"), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
