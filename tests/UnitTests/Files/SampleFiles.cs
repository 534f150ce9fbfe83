using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;
using WeChatBankGov.Kernel.Files;

namespace WeChatBankGov.UnitTests.Files;

/// <summary>Files as people and attackers make them, built by hand.</summary>
internal static class SampleFiles
{
    public static readonly FileRule Avatar = new("头像", 2 << 20, FileKind.Png, FileKind.Jpeg) { Square = true, MinSide = 300, MaxSide = 2000 };

    public static readonly FileRule Design = new("页面设计", 20 << 20, FileKind.Png, FileKind.Jpeg, FileKind.Pdf);

    public static byte[] Picture(int width, int height, SKEncodedImageFormat format = SKEncodedImageFormat.Png)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Teal);
        canvas.DrawRect(0, 0, width / 2f, height / 2f, new SKPaint { Color = SKColors.Red });
        using var data = bitmap.Encode(format, 95);
        return data.ToArray();
    }

    /// <summary>A PDF of exactly so many bytes.</summary>
    public static byte[] Pdf(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        "%PDF-1.7\n"u8.CopyTo(bytes);
        "%%EOF\n"u8.CopyTo(bytes.AsSpan(length - 6));
        return bytes;
    }

    /// <summary>A well-formed PNG whose header promises more pixels than memory holds, in a few hundred kilobytes.</summary>
    public static byte[] DecompressionBomb(int side)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var row = new byte[side / 8 + 1];
            for (var y = 0; y < side; y++)
            {
                zlib.Write(row);
            }
        }
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 1;
        return [0x89, .. "PNG\r\n\u001a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>A zip with ten megabytes of zeros in it.</summary>
    public static byte[] ZipBomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("0").Open();
            entry.Write(new byte[10 << 20]);
        }
        return packed.ToArray();
    }

    /// <summary>A JPEG as a telephone writes it: lying on its side, with a note to turn it and a text that tells where it was taken.</summary>
    public static byte[] TelephoneJpeg(int width, int height)
    {
        var plain = Picture(width, height, SKEncodedImageFormat.Jpeg);
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. "GPS 30.2741 120.1551"u8];
        return [0xFF, 0xD8, 0xFF, 0xE1, (byte)((exif.Length + 2) >> 8), (byte)(exif.Length + 2), .. exif, .. plain.AsSpan(2)];
    }

    public static byte[] WithComment(byte[] png, string text) =>
        [.. png.AsSpan(0, 33), .. Chunk("tEXt", Encoding.ASCII.GetBytes("Comment\0" + text)), .. png.AsSpan(33)];

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc(body));
        return chunk;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var i = 0; i < 8; i++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
            }
        }
        return ~crc;
    }
}
