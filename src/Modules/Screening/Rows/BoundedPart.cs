using WeChatBankGov.Kernel.Files;

namespace WeChatBankGov.Screening.Rows;

/// <summary>
/// A part of a workbook that is read a bit at a time. A reader of XML holds a whole text or attribute in memory, and a few
/// kilobytes of archive may unpack to one of a gigabyte: more than <see cref="MostAtOnce"/> without anything having been
/// told as read (<see cref="Taken"/>) is damage.
/// </summary>
internal sealed class BoundedPart(Stream part) : ReadOnlyStream
{
    /// <summary>Bytes. A row of accounts has some hundreds; a cell holds 32,767 characters, and what reads them reads ahead.</summary>
    internal const int MostAtOnce = 4 << 20;

    private long _since;

    /// <summary>What was read so far has been dealt with.</summary>
    public void Taken() => _since = 0;

    public override int Read(Span<byte> buffer)
    {
        var read = part.Read(buffer);
        _since += read;
        return _since <= MostAtOnce ? read : throw new InvalidDataException("More in one piece than a table has.");
    }

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            part.Dispose();
        }
        base.Dispose(disposing);
    }
}
