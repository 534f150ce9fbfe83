using System.Buffers.Binary;
using System.IO.Compression;
using WeChatBankGov.Screening.Rows;

namespace WeChatBankGov.UnitTests.Screening;

/// <summary>Archives that say one thing of themselves and are another: refused before the runtime reads their directory.</summary>
public sealed class ZipGuardTests
{
    [Theory]
    [InlineData(4, 2)]
    [InlineData(10, 2)]
    [InlineData(12, 4)]
    [InlineData(16, 4)]
    public void A_number_of_the_end_record_that_sends_elsewhere(int at, int length)
    {
        var archive = Zip(("xl/workbook.xml", "<workbook/>"));
        archive.AsSpan(archive.Length - 22 + at, length).Fill(0xFF);
        Refused(archive).ShouldContain("ZIP64");
    }

    [Fact]
    public void An_end_record_with_a_locator_of_another_before_it()
    {
        var archive = Zip(("xl/workbook.xml", "<workbook/>"));
        byte[] located = [.. archive[..^22], .. "PK\u0006\u0007"u8, .. new byte[16], .. archive[^22..]];
        Refused(located).ShouldContain("ZIP64");
    }

    [Fact]
    public void More_entries_than_the_end_record_says_are_not_read()
    {
        var archive = Zip([.. Enumerable.Range(0, 30_000).Select(i => ($"xl/worksheets/{i:D12}.xml", ""))]);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 22 + 8), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 22 + 10), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(archive.Length - 22 + 12), 60);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(archive).ShouldContain("部件太多");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void Two_entries_that_claim_the_greatest_length_there_is()
    {
        var archive = WithZip64Length(WithZip64Length(Zip(("a", ""), ("b", "")), "a"), "b");
        using (var zip = new ZipArchive(new MemoryStream(archive)))
        {
            zip.Entries.Select(e => e.Length).ShouldBe([long.MaxValue, long.MaxValue], "the archive is what the test takes it for");
        }
        Refused(archive).ShouldContain("解压后超过");
    }

    [Fact]
    public void An_ordinary_workbook_with_a_comment_behind_it_is_let_through()
    {
        var archive = Zip(("xl/workbook.xml", "<workbook/>"));
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(archive.Length - 2), 300);
        ZipGuard.Check(new MemoryStream([.. archive, .. new byte[300]]));
    }

    private static string Refused(byte[] archive) => Should.Throw<UnreadableFileException>(() => ZipGuard.Check(new MemoryStream(archive))).Message;

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.NoCompression).Open());
                writer.Write(text);
            }
        }
        return file.ToArray();
    }

    /// <summary>The directory's record of the entry masks its length and gives the greatest number in a ZIP64 field behind the name.</summary>
    private static byte[] WithZip64Length(byte[] archive, string name)
    {
        var end = archive.Length - 22;
        var at = (int)BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(end + 16));
        while ((char)archive[at + 46] != name[0])
        {
            at += 46 + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 28)) + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 30));
        }
        byte[] field = [1, 0, 8, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        var behindName = at + 46 + BinaryPrimitives.ReadUInt16LittleEndian(archive.AsSpan(at + 28));
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(at + 24), uint.MaxValue);
        BinaryPrimitives.WriteUInt16LittleEndian(archive.AsSpan(at + 30), (ushort)field.Length);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(archive.AsSpan(end + 12));
        BinaryPrimitives.WriteUInt32LittleEndian(archive.AsSpan(end + 12), size + (uint)field.Length);
        return [.. archive[..behindName], .. field, .. archive[behindName..]];
    }
}
