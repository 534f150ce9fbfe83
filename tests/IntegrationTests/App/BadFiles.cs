using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>Files that must not come in, as mistakes and attackers make them.</summary>
internal static class BadFiles
{
    public static byte[] Of(string kind) => kind switch
    {
        "empty" => [],
        "30 MB" => new byte[30 << 20],
        "zip bomb" => ZipBomb(),
        "truncated" => TestFiles.Png(1000, 1000)[..600],
        "50000×50000" => Header(50_000),
        "html" => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><script>alert(1)</script></html>"),
        _ => throw new ArgumentException(kind),
    };

    /// <summary>Ten megabytes of zeros in ten kilobytes.</summary>
    private static byte[] ZipBomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("0").Open();
            entry.Write(new byte[10 << 20]);
        }
        return packed.ToArray();
    }

    /// <summary>A PNG whose header promises so many pixels each way.</summary>
    private static byte[] Header(int side)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", [0x78, 0x9C, 3, 0, 0, 0, 0, 1]), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        var crc = uint.MaxValue;
        foreach (var b in body)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), ~crc);
        return chunk;
    }
}
