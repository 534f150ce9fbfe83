using System.IO.Compression;
using System.Text;
using WeChatBankGov.Screening.Rows;

namespace WeChatBankGov.UnitTests.Screening;

/// <summary>Workbooks written part by part, also as no spreadsheet would write them.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>The relationships and the list of sheets of an ordinary workbook.</summary>
    public const string Relationships = $"""<Relationship Id="r1" Type="{Rel}/worksheet" Target="s.xml"/><Relationship Id="r2" Type="{Rel}/sharedStrings" Target="t.xml"/>""";

    public const string Sheets = """<sheet name="a" sheetId="1" r:id="r1"/>""";

    public static List<RawRow> Rows(MemoryStream file)
    {
        using var rows = new XlsxRows(file);
        return [.. rows.Read()];
    }

    public static MemoryStream Package(string shared, string rows, string prolog = "", string sheets = Sheets, string relationships = Relationships) =>
        Parts(shared, $"""{prolog}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""", sheets, relationships);

    /// <param name="shared">Within the table of shared texts.</param>
    /// <param name="sheet">The whole part.</param>
    /// <param name="sheets">Within the workbook's list.</param>
    /// <param name="relationships">Of the workbook.</param>
    public static MemoryStream Parts(string shared, string sheet, string sheets = Sheets, string relationships = Relationships)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
            Part("[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/><Override PartName="/xl/s.xml" ContentType="{Kind}.worksheet+xml"/><Override PartName="/xl/t.xml" ContentType="{Kind}.sharedStrings+xml"/></Types>""");
            Part("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="{Rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Part("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relationships}</Relationships>""");
            Part("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Rel}"><sheets>{sheets}</sheets></workbook>""");
            Part("xl/t.xml", $"""<sst xmlns="{Main}">{shared}</sst>""");
            Part("xl/s.xml", sheet);
        }
        return file;
    }
}
