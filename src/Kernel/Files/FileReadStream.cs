using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Files;

/// <summary>A stored file, fetched chunk by chunk as it is read.</summary>
internal sealed class FileReadStream(GovDbContext db, string sha256, long length) : ReadOnlyStream
{
    private byte[] _chunk = [];
    private int _index = -1;
    private long _position;

    public override bool CanSeek => true;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (NeedsChunk(buffer.Length, out var index))
        {
            Take(index, await Chunk(index).SingleOrDefaultAsync(cancellationToken));
        }
        return Copy(buffer.Span);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        if (NeedsChunk(buffer.Length, out var index))
        {
            Take(index, Chunk(index).SingleOrDefault());
        }
        return Copy(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            db.Dispose();
        }
        base.Dispose(disposing);
    }

    private bool NeedsChunk(int wanted, out int index)
    {
        index = (int)(_position / FileChunk.Size);
        return wanted > 0 && _position < length && index != _index;
    }

    private IQueryable<byte[]> Chunk(int index) =>
        db.Set<FileChunk>().Where(c => c.Sha256 == sha256 && c.Index == index).Select(c => c.Bytes);

    private void Take(int index, byte[]? bytes)
    {
        _chunk = bytes ?? throw new InvalidDataException($"Chunk {index} of the file {sha256} is missing.");
        _index = index;
    }

    private int Copy(Span<byte> buffer)
    {
        if (_position >= length || buffer.Length == 0) return 0;
        var rest = _chunk.AsSpan((int)(_position % FileChunk.Size));
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        _position += count;
        return count;
    }
}
