using System.IO.Compression;
using System.Text;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>Workbooks as nobody would save them.</summary>
internal static class Workbook
{
    /// <summary>The same workbook with one part changed.</summary>
    public static byte[] With(byte[] workbook, string part, Func<string, string> change)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            using var reader = new StreamReader(entry.Open());
            var text = change(reader.ReadToEnd());
            reader.Dispose();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }
        return file.ToArray();
    }
}
