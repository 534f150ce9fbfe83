using System.Text;

namespace WeChatBankGov.Screening.Uploads;

/// <summary>
/// Tells a text file's encoding while its bytes pass: strict UTF-8 before GB18030, which takes nearly anything. Holds no text.
/// </summary>
internal sealed class EncodingProbe
{
    public const string Utf8 = "UTF-8";
    public const string Gb18030 = "GB18030";

    private readonly char[] _scrap = new char[SealedChunk.Size + 16];
    private Decoder? _utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private Decoder? _gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetDecoder();

    /// <summary>True when the bytes held a NUL, as no text of these encodings does.</summary>
    public bool IsBinary { get; private set; }

    public void Look(ReadOnlySpan<byte> bytes, bool isLast)
    {
        IsBinary |= bytes.Contains((byte)0);
        Try(ref _utf8, bytes, isLast);
        Try(ref _gb18030, bytes, isLast);
    }

    /// <summary>Null when it is neither.</summary>
    public string? Name => IsBinary ? null : _utf8 is not null ? Utf8 : _gb18030 is not null ? Gb18030 : null;

    public static Encoding Of(string name) => name == Gb18030 ? CodePagesEncodingProvider.Instance.GetEncoding(Gb18030)! : Encoding.UTF8;

    private void Try(ref Decoder? decoder, ReadOnlySpan<byte> bytes, bool isLast)
    {
        try
        {
            decoder?.GetChars(bytes, _scrap, isLast);
        }
        catch (DecoderFallbackException)
        {
            decoder = null;
        }
    }
}
