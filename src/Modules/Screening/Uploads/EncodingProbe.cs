using System.Text;

namespace WeChatBankGov.Screening.Uploads;

/// <summary>
/// Tells a text file's encoding while its bytes pass: of UTF-8 and GB18030 the one that reads more of it, and nothing where neither
/// reads nearly all. A character cut in half costs its own row, not the file. Holds no text.
/// </summary>
internal sealed class EncodingProbe
{
    public const string Utf8 = "UTF-8";
    public const string Gb18030 = "GB18030";

    /// <summary>Stands for bytes that are no character; no text has it.</summary>
    internal const char Unreadable = '\uFFFF';

    /// <summary>One in so many bytes may be broken, and one besides.</summary>
    private const int Sound = 1000;

    /// <summary>With more than one in so many so far, the rest is not looked at.</summary>
    private const int Hopeless = 100;

    private readonly char[] _scrap = new char[SealedChunk.Size + 16];
    private readonly Decoder _utf8 = Of(Utf8).GetDecoder();
    private readonly Decoder _gb18030 = Of(Gb18030).GetDecoder();
    private long _length, _nul, _notUtf8, _notGb18030;

    /// <summary>Holds NUL more often than a slip puts it there.</summary>
    public bool IsBinary => IsMany(_nul);

    public void Look(ReadOnlySpan<byte> bytes, bool isLast)
    {
        _length += bytes.Length;
        _nul += bytes.Count((byte)0);
        Look(_utf8, ref _notUtf8, bytes, isLast);
        Look(_gb18030, ref _notGb18030, bytes, isLast);
    }

    /// <summary>Null when it is neither.</summary>
    public string? Name => IsBinary || IsMany(Math.Min(_notUtf8, _notGb18030)) ? null : _notUtf8 <= _notGb18030 ? Utf8 : Gb18030;

    /// <summary>Puts <see cref="Unreadable"/> in the place of what is none of its characters.</summary>
    public static Encoding Of(string name)
    {
        var replacing = new DecoderReplacementFallback(Unreadable.ToString());
        return name == Gb18030
            ? CodePagesEncodingProvider.Instance.GetEncoding(Gb18030, EncoderFallback.ExceptionFallback, replacing)!
            : Encoding.GetEncoding(Encoding.UTF8.CodePage, EncoderFallback.ExceptionFallback, replacing);
    }

    private bool IsMany(long broken) => broken > 1 + _length / Sound;

    private void Look(Decoder decoder, ref long broken, ReadOnlySpan<byte> bytes, bool isLast)
    {
        // To find every broken byte of a workbook takes longer than to screen it.
        if (broken <= 1 + _length / Hopeless)
        {
            broken += _scrap.AsSpan(0, decoder.GetChars(bytes, _scrap, isLast)).Count(Unreadable);
        }
    }
}
