using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>Looks through a file whose content is kept, the chosen one or the one that says most, with the vocabulary as it is and as it would be. Done twice it comes to the same.</summary>
internal sealed class ChangePreview(IDbContextFactory<GovDbContext> contexts, FileVault vault, VocabularyShelf shelf, ILogger<ChangePreview> log)
{
    private const int MostSamples = 100;
    private const int LongestSample = 120;

    private static readonly AccountField[] Fields = [AccountField.Name, AccountField.WeChatId, AccountField.Introduction];
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Previews the change that waits longest. False when none waits. One that can't be previewed keeps nothing else waiting.</summary>
    public async Task<bool> RunNext(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var change = await db.Set<TermChange>().Where(c => c.State == ChangeState.Previewing).OrderBy(c => c.ProposedAt).FirstOrDefaultAsync(cancel);
        if (change is null)
        {
            return false;
        }
        try
        {
            await Preview(db, change, cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogError(fault, "The change {Change} can't be previewed", change.Id);
            change.Fail();
        }
        try
        {
            await db.SaveChangesAsync(cancel);
            if (change.FileId is { } file && !await db.Set<ScreeningFile>().AnyAsync(f => f.Id == file && f.ProtectedKey != "", cancel))
            {
                // Its days ended while it was looked through.
                change.SamplesContent = "[]";
                await db.SaveChangesAsync(cancel);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            log.LogInformation("The change {Change} was previewed by another host or given up meanwhile", change.Id);
        }
        return true;
    }

    private async Task Preview(GovDbContext db, TermChange change, CancellationToken cancel)
    {
        var before = await db.Set<VocabularyVersion>().AsNoTracking().SingleAsync(v => v.Version == change.BaseVersion, cancel);
        var after = new VocabularyVersion
        {
            Version = before.Version,
            Content = change.ApplyTo(VocabularyDocument.Read(before.Content)).Write(),
            Summary = "",
            Reason = "",
            PublishedByName = "",
        }.ToVocabulary();
        if (!after.IsUsable)
        {
            throw new InvalidOperationException($"With “{change.Text}” nothing can be screened.");
        }
        // The chosen one's days may have ended meanwhile.
        var kept = db.Set<ScreeningFile>().AsNoTracking();
        var file = await kept.Kept().FirstOrDefaultAsync(f => f.Id == change.FileId, cancel) ?? await kept.ForPreview().FirstOrDefaultAsync(cancel);
        if (file is not null && vault.Open(file) is { } content)
        {
            await using (content)
            {
                try
                {
                    Compare(change, file, content, await shelf.Get(before.Version, cancel), after, cancel);
                }
                catch (Exception unreadable) when (unreadable is UnreadableFileException or CryptographicException)
                {
                    // A file that was read once and can't be any more must not keep the administrator from working.
                    log.LogError(unreadable, "File {File} can't be read for a preview", file.Number);
                    file = null;
                }
            }
        }
        change.FileId = file?.Id;
        change.State = ChangeState.Ready;
    }

    private static void Compare(
        TermChange change, ScreeningFile file, SealedContentStream content, TermVocabulary before, TermVocabulary after, CancellationToken cancel)
    {
        (change.Rows, change.NewCount, change.GoneCount, change.SamplesContent) = (0, 0, 0, "[]");
        List<TermChange.Sample> appearing = [], vanishing = [];
        using var rows = new AccountRows(content, file.Format, file.Encoding);
        foreach (var read in rows.Read())
        {
            if (++change.Rows % 1000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
            if (read.Row is not { } row)
            {
                continue;
            }
            foreach (var field in Fields)
            {
                var text = row.TextOf(field).Trim();
                var (now, then) = (before.Screen(text), after.Screen(text));
                var difference = Rank(then).CompareTo(Rank(now));
                if (difference == 0)
                {
                    continue;
                }
                change.NewCount += difference > 0 ? 1 : 0;
                change.GoneCount += difference < 0 ? 1 : 0;
                var samples = difference > 0 ? appearing : vanishing;
                if (samples.Count < MostSamples)
                {
                    samples.Add(new(text.Length <= LongestSample ? text : text[..LongestSample] + "…", difference > 0, Words(now), Words(then)));
                }
            }
        }
        change.SamplesContent = JsonSerializer.Serialize(appearing.Concat(vanishing), Json);
    }

    /// <summary>0 for none, 1 for advice, 2 for a block.</summary>
    private static int Rank(IReadOnlyList<Hit> hits)
    {
        var rank = 0;
        for (var i = 0; i < hits.Count; i++)
        {
            rank = Math.Max(rank, hits[i].Level == HitLevel.Block ? 2 : 1);
        }
        return rank;
    }

    private static string Words(IReadOnlyList<Hit> hits) => Rank(hits) switch
    {
        0 => "不命中",
        1 => $"提示（{hits[0].Term}）",
        _ => $"命中（{hits.First(h => h.Level == HitLevel.Block).Term}）",
    };
}
