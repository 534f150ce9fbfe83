using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.Screening.Run;

/// <summary>
/// Erases the content of files when its days are over, with whatever else quotes their rows, and what was left of uploads that never
/// ended. Cut off anywhere it begins anew.
/// </summary>
internal sealed class FileRetention(IDbContextFactory<GovDbContext> contexts, FileVault vault, ScreeningSettings settings, TimeProvider clock)
{
    /// <summary>What a bad row says once nobody may say any more what stood in it.</summary>
    public const string ErasedReason = "未能读取（原因引用了文件内容，已随文件按期清除）";

    /// <summary>No upload takes that long.</summary>
    private static readonly TimeSpan LongestUpload = TimeSpan.FromHours(6);

    public async Task Run(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        var (expired, abandoned) = (now.AddDays(-settings.FileDays), now - LongestUpload);
        List<(Guid Id, bool WasReceived)> due;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            due = [.. (await db.Set<ScreeningFile>()
                .Where(f => f.ContentErasedAt == null
                    && ((f.State == FileState.Receiving && f.UploadedAt < abandoned) || (f.State != FileState.Receiving && f.UploadedAt < expired)))
                .Select(f => new { f.Id, WasReceived = f.State != FileState.Receiving }).ToListAsync(cancel)).Select(f => (f.Id, f.WasReceived))];
        }
        foreach (var (id, wasReceived) in due)
        {
            await (wasReceived ? Erase(id, cancel) : vault.Remove(id, cancel));
        }
    }

    private async Task Erase(Guid fileId, CancellationToken cancel)
    {
        // The key first. A preview that is reading the file at this moment looks for it after its own save, and takes its samples back.
        await vault.LoseKey(fileId, cancel);
        await EraseQuotes(fileId, cancel);
        await vault.Erase(fileId, cancel);
    }

    /// <summary>Reasons quote numbers and names, samples whole texts, of people with whom nothing is wrong.</summary>
    private async Task EraseQuotes(Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.WriteAtOnce(() => db.Set<BadRow>().Where(r => r.FileId == fileId)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Reason, ErasedReason), cancel), cancel);
        await db.WriteAtOnce(() => db.Set<TermChange>().Where(c => c.FileId == fileId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SamplesContent, "[]"), cancel), cancel);
    }
}
