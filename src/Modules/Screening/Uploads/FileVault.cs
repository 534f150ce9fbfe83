using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Screening.Uploads;

/// <summary>Stores files sealed, opens and erases them. A file's key is itself protected by the portal's data protection keys.</summary>
internal sealed class FileVault(IDbContextFactory<GovDbContext> contexts, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>1 MiB in one transaction.</summary>
    private const int PiecesAtOnce = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("Screening.Files.v1");

    /// <summary>What was learnt of a file while it passed.</summary>
    /// <param name="Length">Bytes.</param>
    /// <param name="Head">The first eight bytes, or fewer.</param>
    /// <param name="Probe">What its encoding may be.</param>
    internal sealed record Passed(long Length, byte[] Head, EncodingProbe Probe);

    /// <summary>
    /// Stores the content piece by piece, some of them at a time, so that 200 MB are never in memory. Null, with nothing
    /// stored, when there is more than <paramref name="most"/>.
    /// </summary>
    /// <param name="file">In state Receiving; gets its key here.</param>
    /// <param name="content">Read to its end. Not disposed.</param>
    /// <param name="most">Bytes.</param>
    /// <param name="cancel">Cancels; whatever was stored by then is removed.</param>
    public async Task<Passed?> Take(ScreeningFile file, Stream content, long most, CancellationToken cancel)
    {
        var key = RandomNumberGenerator.GetBytes(ContentSeal.KeyLength);
        file.ProtectedKey = Convert.ToBase64String(_protector.Protect(key));
        await Save(db => db.Add(file), cancel);
        try
        {
            using var seal = new ContentSeal(key, file.Id);
            if (await Pieces(file.Id, seal, content, most, cancel) is { } passed)
            {
                return passed;
            }
        }
        catch
        {
            await Remove(file.Id, CancellationToken.None);
            throw;
        }
        await Remove(file.Id, cancel);
        return null;
    }

    /// <summary>The content; null when it is erased. Dispose it.</summary>
    public SealedContentStream? Open(ScreeningFile file)
    {
        if (file.ProtectedKey.Length == 0)
        {
            return null;
        }
        var key = _protector.Unprotect(Convert.FromBase64String(file.ProtectedKey));
        return new(contexts.CreateDbContext(), new(key, file.Id), file.Id, file.Length);
    }

    /// <summary>Without its key nobody opens the content again, in no backup of the pieces either.</summary>
    public async Task LoseKey(Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await db.WriteAtOnce(() => db.Set<ScreeningFile>().Where(f => f.Id == fileId)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ProtectedKey, ""), cancel), cancel);
    }

    /// <summary>Erases the content, whose key is lost already; the file's row and its findings stay.</summary>
    public async Task Erase(Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await RemovePieces(db, fileId, cancel);
        var now = clock.UtcNow();
        await db.WriteAtOnce(() => db.Set<ScreeningFile>().Where(f => f.Id == fileId)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ContentErasedAt, now), cancel), cancel);
    }

    /// <summary>Removes a file that never became one: refused, or cut off while it was uploaded.</summary>
    public async Task Remove(Guid fileId, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await RemovePieces(db, fileId, cancel);
        await db.WriteAtOnce(() => db.Set<ScreeningFile>().Where(f => f.Id == fileId && f.State == FileState.Receiving).ExecuteDeleteAsync(cancel), cancel);
    }

    private async Task<Passed?> Pieces(Guid fileId, ContentSeal seal, Stream content, long most, CancellationToken cancel)
    {
        var (piece, length, head, probe) = (new byte[SealedChunk.Size], 0L, Array.Empty<byte>(), new EncodingProbe());
        var waiting = new List<SealedChunk>(PiecesAtOnce);
        for (var index = 0; ; index++)
        {
            var read = await content.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, cancel);
            if ((length += read) > most)
            {
                return null;
            }
            head = index == 0 ? piece[..Math.Min(8, read)] : head;
            probe.Look(piece.AsSpan(0, read), isLast: read < piece.Length);
            if (read > 0)
            {
                waiting.Add(new() { FileId = fileId, Index = index, Bytes = seal.Seal(index, piece.AsSpan(0, read)) });
            }
            if (waiting.Count == PiecesAtOnce || read < piece.Length)
            {
                await Save(db => db.AddRange(waiting), cancel);
                waiting.Clear();
            }
            if (read < piece.Length)
            {
                return new(length, head, probe);
            }
        }
    }

    private static async Task RemovePieces(GovDbContext db, Guid fileId, CancellationToken cancel)
    {
        // Some at a time: all of them in one statement would hold everybody else up.
        while (await db.WriteAtOnce(() => Some(db, fileId).ExecuteDeleteAsync(cancel), cancel) > 0)
        {
        }
    }

    private static IQueryable<SealedChunk> Some(GovDbContext db, Guid fileId)
    {
        var first = db.Set<SealedChunk>().Where(c => c.FileId == fileId).Min(c => (int?)c.Index) ?? 0;
        return db.Set<SealedChunk>().Where(c => c.FileId == fileId && c.Index < first + 16 * PiecesAtOnce);
    }

    private async Task Save(Action<GovDbContext> change, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        change(db);
        await db.SaveChangesAsync(cancel);
    }
}
