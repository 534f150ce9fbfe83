using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.Screening.Import;

/// <summary>
/// Stores the content before the command's own save, and looks at it. Scoped: the handler may be run again with a stream that
/// is read already.
/// </summary>
internal sealed class FileReception(FileVault vault, ScreeningSettings settings, CurrentPerson me, TimeProvider clock)
{
    private readonly ConditionalWeakTable<Stream, ScreeningFile> _taken = [];

    public async Task<Outcome<ScreeningFile>> Take(Stream content, string fileName, CancellationToken cancel)
    {
        if (_taken.TryGetValue(content, out var before))
        {
            return before;
        }
        var file = new ScreeningFile
        {
            Id = Guid.CreateVersion7(),
            FileName = Shown(fileName),
            BranchId = me.InstitutionId,
            BranchName = me.InstitutionName,
            IsWholeBank = me.AtHeadOffice,
            UploadedById = me.Id,
            UploadedByName = me.Name,
            UploadedAt = clock.UtcNow(),
            State = FileState.Receiving,
        };
        if (await Stored(file, content, cancel) is not { } passed)
        {
            return Outcome.Shape("upload", settings.TooLarge);
        }
        file.Length = passed.Length;
        string? problem;
        try
        {
            problem = ProblemOf(file, passed);
        }
        catch
        {
            // Whatever it was, what nobody can use is not kept until the worker comes by.
            await vault.Remove(file.Id, CancellationToken.None);
            throw;
        }
        if (problem is not null)
        {
            await vault.Remove(file.Id, cancel);
            return Outcome.Shape("upload", $"“{file.FileName}”{problem}");
        }
        _taken.Add(content, file);
        return file;
    }

    /// <summary>Null for more than may be; so much more that the server does not even begin to read it is the same to whoever sent it.</summary>
    private async Task<FileVault.Passed?> Stored(ScreeningFile file, Stream content, CancellationToken cancel)
    {
        try
        {
            return await vault.Take(file, content, settings.MostBytes, cancel);
        }
        catch (BadHttpRequestException cut) when (cut.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    /// <summary>Tells format and encoding and reads the heading; what is wrong in Chinese, or null.</summary>
    private string? ProblemOf(ScreeningFile file, FileVault.Passed passed)
    {
        if (passed.Length == 0)
        {
            return "是空文件，没有任何内容。";
        }
        if (passed.Head.AsSpan().StartsWith((byte[])[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return "是旧版 Excel（xls）文件，或者设有打开密码。请另存为不设密码的 XLSX 后再上传。";
        }
        file.Format = passed.Head.AsSpan().StartsWith("PK\u0003\u0004"u8) ? FileFormat.Xlsx : FileFormat.Csv;
        if (file.Format == FileFormat.Csv)
        {
            if (passed.Head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || passed.Probe.Name is null)
            {
                return passed.Probe.IsBinary && passed.Head is not ([0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                    ? "既不是 CSV 文本，也不是 XLSX 工作簿。"
                    : "的编码既不是 UTF-8，也不是 GB18030。请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后再上传。";
            }
            file.Encoding = passed.Probe.Name;
        }
        try
        {
            using var content = vault.Open(file)!;
            using var rows = new AccountRows(content, file.Format, file.Encoding);
            return rows.Read().Any() ? null : "只有列名，没有数据。";
        }
        catch (UnreadableFileException unreadable)
        {
            return "无法读取：" + unreadable.Message;
        }
    }

    private static string Shown(string fileName)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        name = string.Concat(name.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim();
        return name.Length == 0 ? "未命名文件" : name.Length <= ScreeningFileConfig.FileNameLength ? name : name[^ScreeningFileConfig.FileNameLength..];
    }
}
