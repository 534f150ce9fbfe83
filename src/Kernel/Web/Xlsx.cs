using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;
using System.Xml;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace WeChatBankGov.Kernel.Web;

/// <summary>
/// Sends a workbook row by row, as the rows come: nothing is gathered in memory or in a temporary file. Every cell is
/// text, and a text cell is never a formula, whatever it begins with.
/// </summary>
/// <param name="fileName">With its ending, in Chinese.</param>
/// <param name="sheetName">At most 28 characters, without []:*?/\; a second sheet has its number behind it.</param>
/// <param name="rows">The cells of each row, the heading first.</param>
/// <param name="mostRows">How many a sheet holds with its heading; more go on another sheet.</param>
public sealed class XlsxDownload(string fileName, string sheetName, IAsyncEnumerable<string?[]> rows, int mostRows = XlsxDownload.MostRows) : IResult, IActionResult
{
    /// <summary>What a spreadsheet reads of a sheet.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>What a cell may hold.</summary>
    private const int MostInCell = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public Task ExecuteResultAsync(ActionContext context) => ExecuteAsync(context.HttpContext);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(fileName);
        var response = httpContext.Response;
        response.ContentType = Kind + ".sheet";
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        // The archive writes a part's last bytes when the part is closed, and that synchronously: a few bytes, into the server's buffer.
        if (httpContext.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }
        await Write(response.Body, httpContext.RequestAborted);
    }

    /// <summary>Writes the workbook; the stream need not seek and stays open.</summary>
    public async Task Write(Stream target, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        // The sheets come first: how many they are is known when the last row has come.
        var sheets = await Sheets(zip, cancel);
        await Part(zip, "[Content_Types].xml",
            $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Kind}.sheet.main+xml"/>{ForEach(sheets, n => $"""<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{Kind}.worksheet+xml"/>""")}</Types>""", cancel);
        await Part(zip, "_rels/.rels",
            $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>""", cancel);
        await Part(zip, "xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{Package}/relationships">{ForEach(sheets, n => $"""<Relationship Id="rId{n}" Type="{Relationships}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}</Relationships>""", cancel);
        await Part(zip, "xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Relationships}"><sheets>{ForEach(sheets, n => $"""<sheet name="{SecurityElement.Escape(n == 1 ? sheetName : $"{sheetName}{n}")}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>""", cancel);
    }

    private static string ForEach(int sheets, Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets).Select(part));

    /// <summary>As many as the rows need, each with the heading. Returns their number.</summary>
    private async Task<int> Sheets(ZipArchive zip, CancellationToken cancel)
    {
        await using var cells = rows.GetAsyncEnumerator(cancel);
        var heading = await cells.MoveNextAsync() ? cells.Current : [];
        var (more, sheets) = (await cells.MoveNextAsync(), 0);
        do
        {
            more = await Sheet(zip, ++sheets, heading, cells, more, cancel);
        }
        while (more);
        return sheets;
    }

    /// <summary>Writes rows until the sheet is full. Returns whether there are more.</summary>
    private async Task<bool> Sheet(ZipArchive zip, int sheet, string?[] heading, IAsyncEnumerator<string?[]> cells, bool more, CancellationToken cancel)
    {
        await using var stream = await zip.CreateEntry($"xl/worksheets/sheet{sheet}.xml", CompressionLevel.Fastest).OpenAsync(cancel);
        await using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false });
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "worksheet", Main);
        await xml.WriteStartElementAsync(null, "sheetData", Main);
        await Row(xml, 1, heading);
        for (var number = 2; more && number <= mostRows; number++)
        {
            await Row(xml, number, cells.Current);
            more = await cells.MoveNextAsync();
        }
        await xml.WriteEndDocumentAsync();
        return more;
    }

    private static async Task Row(XmlWriter xml, int number, string?[] cells)
    {
        await xml.WriteStartElementAsync(null, "row", Main);
        await xml.WriteAttributeStringAsync(null, "r", null, number.ToString(CultureInfo.InvariantCulture));
        foreach (var cell in cells)
        {
            await xml.WriteStartElementAsync(null, "c", Main);
            await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
            await xml.WriteStartElementAsync(null, "is", Main);
            await xml.WriteStartElementAsync(null, "t", Main);
            await xml.WriteAttributeStringAsync("xml", "space", null, "preserve");
            await xml.WriteStringAsync(Plain(cell ?? ""));
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
            await xml.WriteEndElementAsync();
        }
        await xml.WriteEndElementAsync();
    }

    private static async Task Part(ZipArchive zip, string name, string content, CancellationToken cancel)
    {
        await using var stream = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
        await stream.WriteAsync(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + content), cancel);
    }

    /// <summary>Without what XML cannot hold: control characters and lone surrogates become the replacement character.</summary>
    private static string Plain(string text)
    {
        text = text.Length <= MostInCell ? text : text[..MostInCell];
        if (text.All(c => c is >= ' ' and < '\uD800' or >= '\uE000' and < '\uFFFE' or '\t' or '\n' or '\r'))
        {
            return text;
        }
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            plain.Append(rune.Value is >= ' ' and not (0xFFFE or 0xFFFF) or '\t' or '\n' or '\r' ? rune.ToString() : "\uFFFD");
        }
        return plain.ToString();
    }
}
