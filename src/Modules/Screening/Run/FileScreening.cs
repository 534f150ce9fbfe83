using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Organisation.Contracts;
using WeChatBankGov.Screening.Findings;
using WeChatBankGov.Screening.Judge;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.Screening.Run;

/// <summary>
/// Screens files one after the other. A file is leased: progress and findings of each batch are one <c>SaveChanges</c> that only
/// the lease's owner gets through, so that a process killed anywhere leaves a state to go on from, and no row is dealt with twice.
/// </summary>
internal sealed class FileScreening(
    IDbContextFactory<GovDbContext> contexts, FileVault vault, VocabularyShelf shelf, ScreeningSettings settings,
    IServiceScopeFactory scopes, TimeProvider clock, ILogger<FileScreening> log)
{
    private const int RowsInBatch = 5_000;
    private const int FindingsInBatch = 500;

    /// <summary>Bad rows that are listed; more are only counted, for somebody has sent another kind of file.</summary>
    public const int MostBadRows = 10_000;

    /// <summary>So many faults without a row of progress between them are the file's, and no passing trouble of the database's.</summary>
    private const int MostFaults = 5;

    /// <summary>After this long without a sign of life another worker takes over.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(20);

    /// <summary>By file: where its last fault left it, and how many there were in a row. This host's; each counts its own.</summary>
    private readonly ConcurrentDictionary<Guid, (int Rows, int Times)> _faults = new();

    /// <summary>Takes the file that waits longest and screens it. False when none waits. A file with a fault keeps no other waiting.</summary>
    public async Task<bool> RunNext(CancellationToken cancel)
    {
        if (await Claim(cancel) is not { } file)
        {
            return false;
        }
        var begin = file.RowsRead;
        try
        {
            await Screen(file, cancel);
            _faults.TryRemove(file.Id, out _);
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogWarning("The screening of file {File} was taken over by another worker", file.Number);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            await LetGo(file);
            throw;
        }
        catch (Exception fault)
        {
            await Count(fault, file, begin, cancel);
        }
        return true;
    }

    /// <summary>What nobody foresaw: tried again when the lease has run out, some times and not for ever.</summary>
    private async Task Count(Exception fault, ScreeningFile file, int begin, CancellationToken cancel)
    {
        var (_, times) = _faults.AddOrUpdate(file.Id, _ => (begin, 1), (_, last) => (begin, begin > last.Rows ? 1 : last.Times + 1));
        log.LogError(fault, "The screening of file {File} failed, {Times} times in a row", file.Number, times);
        if (times >= MostFaults)
        {
            await Fail(file, "排查多次出错，已停止。请检查文件后重新导入；仍然如此的，请联系系统管理员查看日志。", cancel);
            _faults.TryRemove(file.Id, out _);
        }
    }

    private async Task<ScreeningFile?> Claim(CancellationToken cancel)
    {
        var now = clock.UtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var file = await db.Set<ScreeningFile>()
            .Where(f => f.State == FileState.Queued || (f.State == FileState.Running && f.LeaseUntil <= now))
            .OrderBy(f => f.UploadedAt).FirstOrDefaultAsync(cancel);
        if (file is null)
        {
            return null;
        }
        (file.State, file.LeaseOwner, file.LeaseUntil) = (FileState.Running, Guid.NewGuid(), now + Lease);
        file.VocabularyVersion = file.VocabularyVersion == 0 ? shelf.Current.Version : file.VocabularyVersion;
        (file.RunStartedAt, file.RunStartedRows, file.CheckpointAt, file.StartedAt) = (now, file.RowsRead, now, file.StartedAt ?? now);
        try
        {
            await db.SaveChangesAsync(cancel);
            return file;
        }
        catch (DbUpdateConcurrencyException)
        {
            return null;
        }
    }

    private async Task Screen(ScreeningFile file, CancellationToken cancel)
    {
        try
        {
            await using var content = vault.Open(file) ?? throw new UnreadableFileException("文件内容已按期清除，无法继续排查。");
            await Screen(file, content, cancel);
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<FileCompletion>().Complete(file, cancel);
        }
        catch (Exception unreadable) when (unreadable is UnreadableFileException or CryptographicException)
        {
            log.LogWarning(unreadable, "File {File} could not be screened to its end", file.Number);
            await Fail(file, unreadable is CryptographicException ? "文件内容已损坏或被改动，无法解密。请重新上传。" : unreadable.Message, cancel);
        }
    }

    private async Task Fail(ScreeningFile file, string problem, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<FileCompletion>().Fail(file, problem, cancel);
    }

    private async Task Screen(ScreeningFile file, SealedContentStream content, CancellationToken cancel)
    {
        using var rows = new AccountRows(content, file.Format, file.Encoding);
        var judge = await Judge(file, cancel);
        var (findings, bad, count, done) = (new List<ScreeningFinding>(), new List<BadRow>(), 0, file.RowsRead);
        try
        {
            foreach (var row in rows.Read())
            {
                if (done > 0)
                {
                    // Dealt with before the process was killed. Reading is quick, and the only way that is the same for both formats.
                    if (--done % RowsInBatch == 0)
                    {
                        await Save(file, 0, findings, bad, content.Farthest, cancel);
                    }
                    continue;
                }
                if (file.RowsRead + count == settings.MostRows)
                {
                    throw new UnreadableFileException($"文件超过 {settings.MostRows:N0} 行，后面的行没有排查。请分成几个文件导入。");
                }
                count++;
                if (judge.Judge(row, findings) is { } reason)
                {
                    bad.Add(new() { FileId = file.Id, RowNumber = row.Number, Reason = Cut(reason) });
                }
                if (count == RowsInBatch || findings.Count >= FindingsInBatch)
                {
                    await Save(file, count, findings, bad, content.Farthest, cancel);
                    count = 0;
                    findings.Clear();
                    bad.Clear();
                }
            }
        }
        catch (UnreadableFileException)
        {
            // What was read until there counts.
            await Save(file, count, findings, bad, content.Farthest, cancel);
            throw;
        }
        await Save(file, count, findings, bad, content.Farthest, cancel);
    }

    private async Task<RowJudge> Judge(ScreeningFile file, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var institutions = await scope.ServiceProvider.GetRequiredService<IInstitutions>().ByCode(cancel);
        var dismissed = (await scope.ServiceProvider.GetRequiredService<GovDbContext>().Set<DismissedText>()
            .Select(t => new { t.BranchId, t.TextKey }).ToListAsync(cancel)).Select(t => (t.BranchId, t.TextKey)).ToHashSet();
        return new(file, await shelf.Get(file.VocabularyVersion, cancel), institutions, settings.PersonalNames == PersonalNames.Finding,
            (branch, text) => dismissed.Count > 0 && dismissed.Contains((branch, MatchKeys.OfText(text))));
    }

    /// <summary>Findings and progress in one <c>SaveChanges</c>. Throws DbUpdateConcurrencyException when the lease was lost.</summary>
    private async Task Save(
        ScreeningFile file, int rows, List<ScreeningFinding> findings, List<BadRow> bad, long bytes, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.Attach(file);
        db.AddRange(findings);
        db.AddRange(bad.Take(Math.Max(0, MostBadRows - file.RowsBad)));
        var now = clock.UtcNow();
        file.RowsRead += rows;
        file.RowsBad += bad.Count;
        file.FindingCount += findings.Count(f => f.Level == FindingLevel.Finding);
        file.AdviceCount += findings.Count(f => f.Level == FindingLevel.Advice);
        (file.BytesRead, file.CheckpointAt, file.LeaseUntil) = (Math.Max(file.BytesRead, bytes), now, now + Lease);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>An orderly stop: whoever starts next need not wait for the lease to run out.</summary>
    private async Task LetGo(ScreeningFile file)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        var (now, owner) = (clock.UtcNow(), file.LeaseOwner);
        await db.WriteAtOnce(() => db.Set<ScreeningFile>().Where(f => f.Id == file.Id && f.LeaseOwner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.LeaseUntil, now)), CancellationToken.None);
    }

    private static string Cut(string reason) =>
        reason.Length <= ScreeningFileConfig.ReasonLength ? reason : reason[..(ScreeningFileConfig.ReasonLength - 1)] + "…";
}
