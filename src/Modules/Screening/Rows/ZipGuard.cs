using System.Buffers.Binary;
using System.IO.Compression;

namespace WeChatBankGov.Screening.Rows;

/// <summary>
/// Looks an archive over before a library opens it: few entries, a small directory, and not more unpacked than a workbook of a
/// million rows needs. What an entry says of its length binds: the runtime unpacks no more than that.
/// </summary>
internal static class ZipGuard
{
    private const int MostEntries = 2000;
    private const int LargestDirectory = 1 << 20;
    private const long MostUnpacked = 2L << 30;

    /// <summary>Throws <see cref="UnreadableFileException"/> for an archive that is broken or a bomb.</summary>
    public static void Check(Stream archive)
    {
        CheckDirectory(archive);
        try
        {
            archive.Position = 0;
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Sum(entry => entry.Length) > MostUnpacked)
            {
                throw new UnreadableFileException($"工作簿解压后超过 {MostUnpacked >> 30} GB，不是正常的表格。请只保留需要排查的列，另存后再上传。");
            }
            if (zip.GetEntry("xl/workbook.xml") is null && zip.GetEntry("[Content_Types].xml") is null)
            {
                throw new UnreadableFileException("这是压缩包，不是 Excel 工作簿。请上传 XLSX 或 CSV 文件。");
            }
        }
        catch (InvalidDataException broken)
        {
            throw new UnreadableFileException("工作簿不完整或已损坏，无法打开。请用 Excel 或 WPS 重新保存后再上传。", broken);
        }
        finally
        {
            archive.Position = 0;
        }
    }

    /// <summary>The end record tells how large the directory is before anybody reads it into memory.</summary>
    private static void CheckDirectory(Stream archive)
    {
        var tail = new byte[(int)Math.Min(archive.Length, 22 + ushort.MaxValue)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + 22 > tail.Length)
        {
            throw new UnreadableFileException("工作簿不完整，可能没有传完。请重新上传。");
        }
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
        var size = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at + 12));
        if (entries > MostEntries || size > LargestDirectory)
        {
            throw new UnreadableFileException("工作簿里的部件太多，不是正常的表格。请另存为只含一张表的工作簿后再上传。");
        }
    }
}
