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

    /// <summary>Of what tells which parts there are, which the library reads into memory.</summary>
    private const int LargestListing = 1 << 20;

    private const int EndLength = 22;
    private const int LocatorLength = 20;

    private const string TooManyParts = "工作簿里的部件太多，不是正常的表格。请另存为只含一张表的工作簿后再上传。";
    private const string Incomplete = "工作簿不完整，可能没有传完。请重新上传。";

    /// <summary>Throws <see cref="UnreadableFileException"/> for an archive that is broken or a bomb.</summary>
    public static void Check(Stream archive)
    {
        CheckDirectory(archive);
        try
        {
            archive.Position = 0;
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostEntries)
            {
                throw new UnreadableFileException(TooManyParts);
            }
            if (Unpacked(zip) > MostUnpacked)
            {
                throw new UnreadableFileException($"工作簿解压后超过 {MostUnpacked >> 30} GB，不是正常的表格。请只保留需要排查的列，另存后再上传。");
            }
            if (zip.Entries.Any(entry => entry.Length > LargestListing && IsListing(entry.FullName)))
            {
                throw new UnreadableFileException(TooManyParts);
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

    /// <summary>Stops counting where it is too much: two entries may each claim the greatest number that there is.</summary>
    private static long Unpacked(ZipArchive zip)
    {
        var all = 0L;
        foreach (var entry in zip.Entries)
        {
            if (entry.Length < 0 || entry.Length > MostUnpacked - all)
            {
                return MostUnpacked + 1;
            }
            all += entry.Length;
        }
        return all;
    }

    private static bool IsListing(string name) =>
        name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.EndsWith("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The end record tells where the directory lies before anybody reads it into memory. The runtime reads entries from there on
    /// until something else comes, whatever number the record gives; so what counts is the room between the two.
    /// </summary>
    private static void CheckDirectory(Stream archive)
    {
        var tail = new byte[(int)Math.Min(archive.Length, LocatorLength + EndLength + ushort.MaxValue)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || at + EndLength > tail.Length)
        {
            throw new UnreadableFileException(Incomplete);
        }
        var end = tail.AsSpan(at);
        var disk = BinaryPrimitives.ReadUInt16LittleEndian(end[4..]);
        var entries = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        // A masked number sends the runtime to the other end record of ZIP64, which nobody has looked at.
        if (disk == ushort.MaxValue || entries == ushort.MaxValue || size == uint.MaxValue || offset == uint.MaxValue
            || (at >= LocatorLength && tail.AsSpan(at - LocatorLength).StartsWith("PK\u0006\u0007"u8)))
        {
            throw new UnreadableFileException("工作簿是 ZIP64 格式的大压缩包，无法读取。请用 Excel 或 WPS 另存为只含一张表的工作簿后再上传。");
        }
        var room = archive.Length - tail.Length + at - offset;
        if (room < 0 || disk != 0)
        {
            throw new UnreadableFileException(Incomplete);
        }
        if (entries > MostEntries || room > LargestDirectory)
        {
            throw new UnreadableFileException(TooManyParts);
        }
    }
}
