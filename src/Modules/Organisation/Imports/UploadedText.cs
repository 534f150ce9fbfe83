using System.Text;

namespace WeChatBankGov.Organisation.Imports;

/// <summary>The text of an uploaded file: UTF-8, with or without a byte order mark, or GB18030 as Chinese Excel saves it.</summary>
internal static class UploadedText
{
    /// <summary>The text; null with a <paramref name="problem"/> in Chinese when it is neither.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string problem)
    {
        problem = "";
        if (bytes.StartsWith("PK\u0003\u0004"u8))
        {
            problem = "这是 Excel 工作簿（xlsx），不是文本文件。机构名录请在 Excel 中另存为“CSV UTF-8（逗号分隔）”后再上传。";
            return null;
        }
        if (bytes.Contains((byte)0))
        {
            problem = "文件不是文本。请上传 UTF-8 或 GB18030 编码的文本文件。";
            return null;
        }
        var text = TryDecode(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes)
            ?? TryDecode(CodePagesEncodingProvider.Instance.GetEncoding(
                "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!, bytes);
        problem = text is null ? "文件编码既不是 UTF-8，也不是 GB18030，请另存为其中一种后再上传。" : "";
        return text?.TrimStart('\uFEFF');
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
