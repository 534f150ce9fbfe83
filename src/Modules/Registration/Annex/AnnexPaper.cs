using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TextElement = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace WeChatBankGov.Registration.Annex;

/// <summary>The paper of annex 1: A4, 宋体, a table of four columns. Lengths are twentieths of a point unless they say otherwise.</summary>
internal static class AnnexPaper
{
    private const uint PageWidth = 11906;
    private const uint PageHeight = 16838;
    private const int Margin = 1134;
    private const int LabelWidth = 1460;
    private const int TextWidth = 3359;
    private const int WholeWidth = 2 * (LabelWidth + TextWidth);
    private const uint SealHeight = 1500;

    /// <summary>Half points: the table fits two pages at ten points; the title is 小二.</summary>
    private const string TextSize = "20", TitleSize = "36";

    public static void AddStyles(MainDocumentPart part)
    {
        var fonts = new RunFonts { Ascii = "Times New Roman", HighAnsi = "Times New Roman", EastAsia = "宋体", ComplexScript = "Times New Roman" };
        part.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                fonts, new FontSize { Val = TextSize }, new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { Before = "0", After = "0" }))));
    }

    public static Paragraph Line(string text) => Of(text);

    public static Paragraph Title(string text) => new(
        new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "200" }, new Justification { Val = JustificationValues.Center }),
        new Run(new RunProperties(new RunFonts { EastAsia = "黑体" }, new Bold(), new FontSize { Val = TitleSize }), Literal(text)));

    /// <summary>Two texts at the two ends of a line.</summary>
    public static Paragraph Head(string left, string right) => new(
        new ParagraphProperties(
            new Tabs(new TabStop { Val = TabStopValues.Right, Position = WholeWidth }), new SpacingBetweenLines { After = "60" }),
        new Run(Literal(left), new TabChar(), Literal(right)));

    public static Table Table(IEnumerable<TableRow> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Number(WholeWidth) },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 8 }, new LeftBorder { Val = BorderValues.Single, Size = 8 },
                    new BottomBorder { Val = BorderValues.Single, Size = 8 }, new RightBorder { Val = BorderValues.Single, Size = 8 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "40", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa })),
            new TableGrid(new[] { LabelWidth, TextWidth, LabelWidth, TextWidth }.Select(w => new GridColumn { Width = Number(w) })));
        table.Append(rows);
        return table;
    }

    /// <summary>The heading of a part; stays with the row below it.</summary>
    public static TableRow Part(string title)
    {
        var heading = Of(title, bold: true);
        heading.PrependChild(new ParagraphProperties(new KeepNext()));
        return RowOf(0, CellOf(WholeWidth, 4, shaded: true, heading));
    }

    public static TableRow Row(string label, string text, string label2, string text2, string? pictureId = null) => RowOf(0,
        Label(label), CellOf(TextWidth, 1, shaded: false, pictureId is null ? Paragraphs(text) : [AnnexPicture.Paragraph(pictureId)]),
        Label(label2), CellOf(TextWidth, 1, shaded: false, Paragraphs(text2)));

    public static TableRow Wide(string label, string text, bool bold = false) => RowOf(0,
        Label(label), CellOf(WholeWidth - LabelWidth, 3, shaded: false, Paragraphs(text, bold)));

    /// <summary>An opinion at the top, and below it who gave it, with room for the seal.</summary>
    public static TableRow Seal(string label, string opinion, string signature)
    {
        var signed = Of(signature);
        signed.PrependChild(new ParagraphProperties(
            new SpacingBetweenLines { Before = "360" }, new Justification { Val = JustificationValues.Right }));
        return RowOf(SealHeight, Label(label), CellOf(WholeWidth - LabelWidth, 3, shaded: false, [.. Paragraphs(opinion), signed]));
    }

    /// <summary>A4 upright; the number and name, and the pages, at the foot of each.</summary>
    public static SectionProperties Section(MainDocumentPart part, string foot)
    {
        var footer = part.AddNewPart<FooterPart>();
        footer.Footer = new Footer(new Paragraph(
            new ParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = WholeWidth })),
            new Run(Literal(foot), new TabChar(), Literal("第 ")), new SimpleField(new Run(new TextElement("1"))) { Instruction = "PAGE" },
            new Run(Literal(" 页，共 ")), new SimpleField(new Run(new TextElement("1"))) { Instruction = "NUMPAGES" }, new Run(Literal(" 页"))));
        return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = part.GetIdOfPart(footer) },
            new PageSize { Width = PageWidth, Height = PageHeight },
            new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = 567, Footer = 567, Gutter = 0 });
    }

    private static TableRow RowOf(uint height, params TableCell[] cells)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (height > 0)
        {
            properties.Append(new TableRowHeight { Val = height, HeightType = HeightRuleValues.AtLeast });
        }
        var row = new TableRow(properties);
        row.Append(cells);
        return row;
    }

    private static TableCell Label(string text)
    {
        var paragraph = Of(text);
        paragraph.PrependChild(new ParagraphProperties(new Justification { Val = JustificationValues.Center }));
        return CellOf(LabelWidth, 1, shaded: false, paragraph);
    }

    private static TableCell CellOf(int width, int columns, bool shaded, params Paragraph[] paragraphs)
    {
        var properties = new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Number(width) });
        if (columns > 1)
        {
            properties.Append(new GridSpan { Val = columns });
        }
        if (shaded)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "EDEDED" });
        }
        properties.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var cell = new TableCell(properties);
        cell.Append(paragraphs);
        return cell;
    }

    private static Paragraph[] Paragraphs(string text, bool bold = false) => [.. text.Split('\n').Select(line => Of(line, bold))];

    private static Paragraph Of(string text, bool bold = false) => new(
        bold ? new Run(new RunProperties(new RunFonts { EastAsia = "黑体" }, new Bold()), Literal(text)) : new Run(Literal(text)));

    /// <summary>What XML can't hold (a noncharacter that somebody pasted) is left out.</summary>
    private static TextElement Literal(string text) => new(string.Concat(text.Where((c, i) => XmlConvert.IsXmlChar(c)
        || (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], c)) || (i > 0 && XmlConvert.IsXmlSurrogatePair(c, text[i - 1])))))
    {
        Space = SpaceProcessingModeValues.Preserve,
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
