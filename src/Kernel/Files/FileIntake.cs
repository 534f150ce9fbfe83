using System.Runtime.CompilerServices;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Files;

/// <summary>A file that was judged and will be stored with the command's own change.</summary>
/// <param name="Sha256">Its address in the <see cref="FileStore"/>.</param>
/// <param name="FileName">Cleaned, at most 120 characters, ending as the content's kind ends.</param>
/// <param name="ContentType">By its content.</param>
/// <param name="Length">Bytes as stored.</param>
/// <param name="Width">Pixels; null when it is no picture.</param>
/// <param name="Height">Pixels; null when it is no picture.</param>
public sealed record AcceptedFile(string Sha256, string FileName, string ContentType, long Length, int? Width, int? Height);

/// <summary>
/// Takes files in. Judged by content and never by name; pictures are drawn anew, PDF documents are stored as they are. Scoped:
/// what was read is remembered for the request, so that the pipeline may run the handler again with the same stream.
/// </summary>
public sealed class FileIntake(GovDbContext db, TimeProvider clock)
{
    private readonly ConditionalWeakTable<Stream, Judged> _judged = [];

    /// <summary>
    /// Judges a file and adds it to the context; the pipeline saves it. Refused with every reason at <paramref name="field"/>
    /// (<see cref="RefusalKind.Shape"/>), in which case nothing is added.
    /// </summary>
    /// <param name="content">Read from its start when it can seek. Not disposed.</param>
    /// <param name="fileName">As the browser sent it.</param>
    /// <param name="rule">What the field takes in.</param>
    /// <param name="field">The field in camelCase, for the breaches.</param>
    /// <param name="cancel">Cancels reading and decoding.</param>
    public async Task<Outcome<AcceptedFile>> Accept(
        Stream content, string fileName, FileRule rule, string field, CancellationToken cancel)
    {
        var outcome = await Remembered(content, fileName, rule, field, cancel);
        if (outcome.Refusal is { } refusal) return refusal;
        var judged = outcome.Value;
        await Store(judged, cancel);
        return new AcceptedFile(judged.Sha256, FileName.Clean(fileName, judged.Kind), judged.Kind.ContentType(),
            judged.Content.Length, judged.Width, judged.Height);
    }

    /// <summary>
    /// All that <see cref="Accept"/> would refuse the file for, which is not taken in: for a form that is refused anyway and is to say
    /// everything at once. Empty when the file is fit.
    /// </summary>
    public async Task<IReadOnlyList<Breach>> Examine(
        Stream content, string fileName, FileRule rule, string field, CancellationToken cancel) =>
        (await Remembered(content, fileName, rule, field, cancel)).Refusal?.Breaches ?? [];

    private async Task<Outcome<Judged>> Remembered(
        Stream content, string fileName, FileRule rule, string field, CancellationToken cancel)
    {
        if (_judged.TryGetValue(content, out var judged) && judged.Rule == rule) return judged;
        var outcome = await Judge(content, fileName, rule, field, cancel);
        if (outcome.Succeeded) _judged.AddOrUpdate(content, outcome.Value);
        return outcome;
    }

    private static async Task<Outcome<Judged>> Judge(
        Stream content, string fileName, FileRule rule, string field, CancellationToken cancel)
    {
        if (content.CanSeek)
        {
            if (content.Length > rule.MaxBytes)
            {
                return Refused($"大小为 {FileRule.SizeWords(content.Length)}，超过了 {FileRule.SizeWords(rule.MaxBytes)}。{rule.Allowed}");
            }
            content.Position = 0;
        }
        if (await FileBuffer.Read(content, rule.MaxBytes, cancel) is not { } file)
        {
            return Refused($"超过了 {FileRule.SizeWords(rule.MaxBytes)}。{rule.Allowed}");
        }
        if (file.Length == 0)
        {
            return Refused($"是空文件，没有任何内容。{rule.Allowed}");
        }
        var (kind, found) = FileSniffer.Look(file.Head(FileSniffer.HeadLength));
        if (kind is null || !rule.Kinds.Contains(kind.Value))
        {
            return Refused($"的内容是{found}，不在允许的类型之内（类型按内容判断，与扩展名无关）。{rule.Allowed}");
        }
        return kind == FileKind.Pdf
            ? JudgeDocument()
            : await JudgePicture();

        Outcome<Judged> JudgeDocument() => file.Tail(1024).IndexOf("%%EOF"u8) >= 0
            ? new Judged(rule, FileKind.Pdf, file, file.Sha256(), null, null)
            : Refused("是不完整的 PDF 文档（没有结束标记），可能没有传完。请重新导出后再上传。");

        async Task<Outcome<Judged>> JudgePicture()
        {
            using var picture = PictureFile.Open(file);
            if (picture is null) return Damaged();
            var breaches = PictureFindings(picture, rule).Select(f => Sentence(f)).ToList();
            if (breaches.Count > 0) return new Refusal(RefusalKind.Shape, breaches);
            return await picture.Redraw(kind.Value, cancel) is { } redrawn
                ? new Judged(rule, kind.Value, redrawn, redrawn.Sha256(), picture.Width, picture.Height)
                : Damaged();
        }

        Refusal Damaged() => Refused($"是不完整或已损坏的{kind!.Value.Chinese().Replace(" ", "", StringComparison.Ordinal)}，无法打开。请重新导出后再上传。");
        Refusal Refused(string finding) => new(RefusalKind.Shape, [Sentence(finding)]);
        Breach Sentence(string finding) => Breach.OfShape(field, $"“{Shown(fileName)}”{finding}");
    }

    /// <summary>All that is wrong with the picture's size, told from its header.</summary>
    private static IEnumerable<string> PictureFindings(PictureFile picture, FileRule rule)
    {
        var size = $"为 {picture.Width}×{picture.Height} 像素，";
        if (picture.IsTooLarge)
        {
            yield return $"{size}超过了 {PictureFile.MaxPixels / 10_000} 万像素的上限。请缩小后再上传。";
        }
        if (rule.Square && picture.Width != picture.Height)
        {
            yield return $"{size}不是正方形。请裁剪为宽高相等后再上传。";
        }
        if (rule.MinSide is { } min && Math.Min(picture.Width, picture.Height) < min)
        {
            yield return $"{size}宽和高都不得少于 {min} 像素。请换用更清晰的图片。";
        }
        if (rule.MaxSide is { } max && Math.Max(picture.Width, picture.Height) > max)
        {
            yield return $"{size}宽和高都不得超过 {max} 像素。请缩小后再上传。";
        }
    }

    /// <summary>The same bytes are stored once; found among those of this very command too.</summary>
    private async Task Store(Judged judged, CancellationToken cancel)
    {
        if (await db.Set<FileContent>().FindAsync([judged.Sha256], cancel) is not null) return;
        db.Add(new FileContent
        {
            Sha256 = judged.Sha256,
            Length = judged.Content.Length,
            ContentType = judged.Kind.ContentType(),
            Width = judged.Width,
            Height = judged.Height,
            StoredAt = clock.UtcNow(),
        });
        db.AddRange(judged.Content.Chunks.Select((bytes, i) => new FileChunk { Sha256 = judged.Sha256, Index = i, Bytes = bytes }));
    }

    /// <summary>The name in a message: cleaned of what could turn the sentence around, and short.</summary>
    private static string Shown(string fileName)
    {
        var name = FileName.Visible(fileName);
        return name.Length switch { 0 => "未命名文件", <= 40 => name, _ => FileName.Cut(name, 39) + "…" };
    }

    private sealed record Judged(FileRule Rule, FileKind Kind, FileBuffer Content, string Sha256, int? Width, int? Height);
}
