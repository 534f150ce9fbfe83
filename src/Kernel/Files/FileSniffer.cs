using System.Text;

namespace WeChatBankGov.Kernel.Files;

/// <summary>Tells by its first bytes what a file is. The name's ending says what somebody wants it to be.</summary>
internal static class FileSniffer
{
    /// <summary>How many bytes from the start are enough.</summary>
    public const int HeadLength = 1024;

    /// <summary>The kind, or null and what it is instead, in Chinese.</summary>
    public static (FileKind? Kind, string Found) Look(ReadOnlySpan<byte> head)
    {
        foreach (var (offset, magic, kind, found) in Signatures)
        {
            if (head.Length >= offset + magic.Length && head.Slice(offset, magic.Length).SequenceEqual(magic))
            {
                return (kind, found);
            }
        }
        return (null, LookAtText(head));
    }

    private static readonly (int Offset, byte[] Magic, FileKind? Kind, string Found)[] Signatures =
    [
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileKind.Png, "PNG 图片"),
        (0, [0xFF, 0xD8, 0xFF], FileKind.Jpeg, "JPEG 图片"),
        (0, "%PDF-"u8.ToArray(), FileKind.Pdf, "PDF 文档"),
        (0, "GIF8"u8.ToArray(), null, "GIF 图片"),
        (8, "WEBP"u8.ToArray(), null, "WebP 图片"),
        (4, "ftypavif"u8.ToArray(), null, "AVIF 图片"),
        (4, "ftyphei"u8.ToArray(), null, "HEIC 图片（手机照片格式）"),
        (4, "ftypmif1"u8.ToArray(), null, "HEIC 图片（手机照片格式）"),
        (4, "ftyp"u8.ToArray(), null, "视频"),
        (0, [0x49, 0x49, 0x2A, 0x00], null, "TIFF 图片"),
        (0, [0x4D, 0x4D, 0x00, 0x2A], null, "TIFF 图片"),
        (0, "BM"u8.ToArray(), null, "BMP 图片"),
        (0, "8BPS"u8.ToArray(), null, "Photoshop 文件"),
        (0, "PK\u0003\u0004"u8.ToArray(), null, "压缩包或 Office 文档（ZIP）"),
        (0, "PK\u0005\u0006"u8.ToArray(), null, "空的压缩包（ZIP）"),
        (0, "Rar!"u8.ToArray(), null, "压缩包（RAR）"),
        (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], null, "压缩包（7z）"),
        (0, [0x1F, 0x8B], null, "压缩包（gzip）"),
        (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], null, "旧版 Office 文档"),
        (0, "MZ"u8.ToArray(), null, "可执行程序"),
        (0, [0x7F, 0x45, 0x4C, 0x46], null, "可执行程序"),
    ];

    private static string LookAtText(ReadOnlySpan<byte> head)
    {
        var text = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n').ToLowerInvariant();
        if (text.Contains("<svg", StringComparison.Ordinal)) return "SVG 矢量图";
        if (text.Contains("<html", StringComparison.Ordinal) || text.Contains("<!doctype html", StringComparison.Ordinal)
            || text.Contains("<script", StringComparison.Ordinal)) return "网页（HTML）";
        if (text.StartsWith("<?xml", StringComparison.Ordinal)) return "XML 文本";
        return text.Length > 0 && !text.Contains('\uFFFD') && !text.AsSpan().ContainsAnyInRange('\0', '\b') ? "文本" : "无法识别的格式";
    }
}
