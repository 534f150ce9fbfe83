using SkiaSharp;

namespace WeChatBankGov.Kernel.Files;

/// <summary>
/// A picture that was uploaded. Opening it reads the header only; decoding waits until the size is known to be harmless. What
/// is stored is drawn anew from the pixels: whatever else the file carried (place, camera, a page in its comments) is left behind.
/// </summary>
internal sealed class PictureFile : IDisposable
{
    /// <summary>25 megapixels take 100 MB to decode.</summary>
    public const int MaxPixels = 25_000_000;

    private const int JpegQuality = 92;

    // Two cores' worth: a hundred people uploading at once wait a moment instead of taking ten gigabytes.
    private static readonly SemaphoreSlim Decoders = new(2);

    private readonly SKData _data;
    private readonly SKCodec _codec;

    private PictureFile(SKData data, SKCodec codec)
    {
        _data = data;
        _codec = codec;
    }

    private bool LiesOnItsSide => _codec.EncodedOrigin >= SKEncodedOrigin.LeftTop;

    /// <summary>Pixels, as it is seen: a photograph taken upright is higher than it is wide.</summary>
    public int Width => LiesOnItsSide ? _codec.Info.Height : _codec.Info.Width;

    public int Height => LiesOnItsSide ? _codec.Info.Width : _codec.Info.Height;

    public bool IsTooLarge => (long)Width * Height > MaxPixels;

    /// <summary>Null when not even the header can be read.</summary>
    public static PictureFile? Open(FileBuffer file)
    {
        var data = SKData.Create((int)file.Length);
        file.CopyTo(data.Data);
        if (SKCodec.Create(data) is { } codec)
        {
            return new(data, codec);
        }
        data.Dispose();
        return null;
    }

    /// <summary>The picture drawn anew; null when the file is damaged or ends too early.</summary>
    public async Task<FileBuffer?> Redraw(FileKind kind, CancellationToken cancel)
    {
        if (IsTooLarge)
        {
            throw new InvalidOperationException("Too large to be decoded.");
        }
        await Decoders.WaitAsync(cancel);
        try
        {
            using var decoded = Decode();
            if (decoded is null) return null;
            using var upright = Upright(decoded);
            // Without the colour space, which is sRGB now, no profile is written beside the pixels.
            var info = upright.Info;
            using var plain = new SKPixmap(new SKImageInfo(info.Width, info.Height, info.ColorType, info.AlphaType), upright.GetPixels(), upright.RowBytes);
            using var encoded = kind == FileKind.Png
                ? plain.Encode(SKEncodedImageFormat.Png, 100)
                : plain.Encode(SKEncodedImageFormat.Jpeg, JpegQuality);
            return encoded is null ? null : FileBuffer.Of(encoded.AsSpan());
        }
        finally
        {
            Decoders.Release();
        }
    }

    private SKBitmap? Decode()
    {
        var alpha = _codec.Info.AlphaType == SKAlphaType.Opaque ? SKAlphaType.Opaque
            : IsUpright ? SKAlphaType.Unpremul : SKAlphaType.Premul;
        using var srgb = SKColorSpace.CreateSrgb();
        var bitmap = new SKBitmap(new SKImageInfo(_codec.Info.Width, _codec.Info.Height, SKColorType.Rgba8888, alpha, srgb));
        if (_codec.GetPixels(bitmap.Info, bitmap.GetPixels()) == SKCodecResult.Success)
        {
            return bitmap;
        }
        bitmap.Dispose();
        return null;
    }

    private bool IsUpright => _codec.EncodedOrigin == SKEncodedOrigin.TopLeft;

    /// <summary>Turns the pixels as the camera's note asks, because the note itself is not kept.</summary>
    private SKBitmap Upright(SKBitmap decoded)
    {
        float w = decoded.Width, h = decoded.Height;
        SKMatrix? turn = _codec.EncodedOrigin switch
        {
            SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => null,
        };
        if (turn is null) return decoded;
        var upright = new SKBitmap(decoded.Info.WithSize(Width, Height));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(turn.Value);
        canvas.DrawBitmap(decoded, 0, 0, SKSamplingOptions.Default);
        return upright;
    }

    public void Dispose()
    {
        _codec.Dispose();
        _data.Dispose();
    }
}
