using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Files;

/// <summary>
/// Reads stored files. Whether somebody may read one is decided by the record that it belongs to: modules ask their own
/// permission first, and never take an address from the request.
/// </summary>
public sealed class FileStore(IDbContextFactory<GovDbContext> contexts)
{
    /// <summary>What is known of the content; null when there is none of that address.</summary>
    public async Task<FileContent?> Find(string sha256, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<FileContent>().AsNoTracking().SingleOrDefaultAsync(c => c.Sha256 == sha256, cancel);
    }

    /// <summary>
    /// The content, which can seek and holds one chunk of 1 MiB at a time; null when there is none of that address. Dispose it:
    /// it has a connection of its own, so that it may outlive the request's context.
    /// </summary>
    public async Task<Stream?> OpenRead(string sha256, CancellationToken cancel)
    {
        var db = await contexts.CreateDbContextAsync(cancel);
        if (await db.Set<FileContent>().Where(c => c.Sha256 == sha256).Select(c => (long?)c.Length).SingleOrDefaultAsync(cancel) is { } length)
        {
            return new FileReadStream(db, sha256, length);
        }
        await db.DisposeAsync();
        return null;
    }
}
