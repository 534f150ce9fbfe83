using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Files;

namespace WeChatBankGov.Screening.Uploads;

/// <summary>
/// A sealed file's content; can seek, holds one piece of 64 KiB at a time. Read synchronously, as the readers of archives and
/// XML want it: it belongs on a thread of background work or of one upload.
/// </summary>
internal sealed class SealedContentStream(GovDbContext db, ContentSeal seal, Guid fileId, long length) : ReadOnlyStream
{
    private byte[] _piece = [];
    private int _index = -1;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position { get; set; }

    /// <summary>The farthest place that was read from, for the progress bar.</summary>
    public long Farthest { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Position >= length || buffer.Length == 0)
        {
            return 0;
        }
        var (index, offset) = Math.DivRem(Position, SealedChunk.Size);
        if (index != _index)
        {
            var sealedBytes = db.Set<SealedChunk>().AsNoTracking()
                .Where(c => c.FileId == fileId && c.Index == index).Select(c => c.Bytes).Single();
            (_piece, _index) = (seal.Open((int)index, sealedBytes), (int)index);
        }
        var count = Math.Min(buffer.Length, _piece.Length - (int)offset);
        _piece.AsSpan((int)offset, count).CopyTo(buffer);
        Position += count;
        Farthest = Math.Max(Farthest, Position);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            db.Dispose();
            seal.Dispose();
        }
        base.Dispose(disposing);
    }
}
