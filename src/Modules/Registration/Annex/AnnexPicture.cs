using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Anchoring = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using Drawn = DocumentFormat.OpenXml.Drawing;
using Pictures = DocumentFormat.OpenXml.Drawing.Pictures;

namespace WeChatBankGov.Registration.Annex;

/// <summary>The avatar in the document.</summary>
/// <param name="Content">PNG or JPEG, as the portal has drawn it.</param>
/// <param name="ContentType">Which of the two.</param>
internal sealed record AnnexPicture(byte[] Content, string ContentType)
{
    /// <summary>2.2 cm a side, in English metric units.</summary>
    private const long Side = 792000;

    /// <summary>Adds the picture to the package; gives back the id by which <see cref="Paragraph"/> shows it.</summary>
    public string AddTo(MainDocumentPart part)
    {
        var image = part.AddImagePart(ContentType == "image/jpeg" ? ImagePartType.Jpeg : ImagePartType.Png);
        using var stream = new MemoryStream(Content);
        image.FeedData(stream);
        return part.GetIdOfPart(image);
    }

    public static Paragraph Paragraph(string id)
    {
        var picture = new Pictures.Picture(
            new Pictures.NonVisualPictureProperties(
                new Pictures.NonVisualDrawingProperties { Id = 1, Name = "头像" }, new Pictures.NonVisualPictureDrawingProperties()),
            new Pictures.BlipFill(new Drawn.Blip { Embed = id }, new Drawn.Stretch(new Drawn.FillRectangle())),
            new Pictures.ShapeProperties(
                new Drawn.Transform2D(new Drawn.Offset { X = 0, Y = 0 }, new Drawn.Extents { Cx = Side, Cy = Side }),
                new Drawn.PresetGeometry(new Drawn.AdjustValueList()) { Preset = Drawn.ShapeTypeValues.Rectangle }));
        var inline = new Anchoring.Inline(
            new Anchoring.Extent { Cx = Side, Cy = Side },
            new Anchoring.DocProperties { Id = 1, Name = "头像", Description = "头像" },
            new Drawn.Graphic(new Drawn.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        return new(new Run(new Drawing(inline)));
    }
}
