using SkiaSharp;

namespace WeChatBankGov.Registration.Demo;

/// <summary>Drawn, not copied: avatars and page designs for the demo bank, and a contingency plan of one page.</summary>
internal static class DemoPictures
{
    private const int AvatarSide = 600;

    /// <summary>A ring and two crossing bars, as the Roman ten in the bank's name.</summary>
    public static MemoryStream Avatar(SKColor colour)
    {
        using var surface = SKSurface.Create(new SKImageInfo(AvatarSide, AvatarSide));
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        using var ring = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 44 };
        canvas.DrawCircle(300, 300, 240, ring);
        using var bar = new SKPaint { Color = colour, IsAntialias = true, Style = SKPaintStyle.Stroke, StrokeWidth = 52 };
        canvas.DrawLine(190, 150, 330, 450, bar);
        canvas.DrawLine(330, 150, 190, 450, bar);
        canvas.DrawLine(290, 150, 430, 450, bar);
        canvas.DrawLine(430, 150, 290, 450, bar);
        return Encode(surface);
    }

    /// <summary>A phone's page: a head, a picture, a menu of tiles.</summary>
    public static MemoryStream PageDesign(SKColor colour, int tiles)
    {
        using var surface = SKSurface.Create(new SKImageInfo(750, 1334));
        var canvas = surface.Canvas;
        canvas.Clear(new SKColor(0xF4, 0xF6, 0xF8));
        using var fill = new SKPaint { Color = colour, IsAntialias = true };
        canvas.DrawRect(0, 0, 750, 128, fill);
        using var pale = new SKPaint { Color = colour.WithAlpha(70), IsAntialias = true };
        canvas.DrawRoundRect(32, 160, 686, 320, 16, 16, pale);
        using var card = new SKPaint { Color = SKColors.White, IsAntialias = true };
        for (var i = 0; i < tiles; i++)
        {
            var (x, y) = (32 + i % 3 * 234, 520 + i / 3 * 234);
            canvas.DrawRoundRect(x, y, 218, 218, 16, 16, card);
            canvas.DrawCircle(x + 109, y + 90, 44, pale);
            canvas.DrawRect(x + 59, y + 160, 100, 18, pale);
        }
        return Encode(surface);
    }

    /// <summary>A PDF document without a page's text: enough to be stored and downloaded.</summary>
    public static MemoryStream Document() => new("""
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """u8.ToArray());

    private static MemoryStream Encode(SKSurface surface)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        return new(data.ToArray());
    }
}
