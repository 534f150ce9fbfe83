using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace WeChatBankGov.Screening.Rows;

/// <summary>
/// Reads the first visible sheet of a workbook row by row. The library knows the package (which sheet, which shared texts); the
/// rows themselves are read from the part's stream, five times as fast as through its elements.
/// </summary>
internal sealed class XlsxRows : IDisposable
{
    /// <summary>Bounds every part that is read, whatever it unpacks to.</summary>
    private const long MostCharacters = 2L << 30;

    /// <summary>More columns than any table of accounts has; what stands beyond is left out.</summary>
    private const int MostColumns = 256;

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly SpreadsheetDocument _document;
    private readonly BoundedPart _part;
    private readonly XmlReader _rows;
    private readonly SharedStrings _shared;

    /// <summary>Opens the workbook. Throws <see cref="UnreadableFileException"/> for what is none.</summary>
    public XlsxRows(Stream content)
    {
        ZipGuard.Check(content);
        try
        {
            _document = SpreadsheetDocument.Open(content, isEditable: false, new OpenSettings { MaxCharactersInPart = 16 << 20 });
            var workbook = _document.WorkbookPart ?? throw new UnreadableFileException("工作簿里没有工作表。");
            var sheet = Read(workbook, (xml, _) => SheetList.FirstVisible(xml)) is { } id && workbook.TryGetPartById(id, out var part) && part is WorksheetPart found
                ? found
                : throw new UnreadableFileException("工作簿里没有可见的工作表。");
            _part = new(sheet.GetStream(FileMode.Open, FileAccess.Read));
            _rows = XmlReader.Create(_part, Xml);
            _shared = workbook.SharedStringTablePart is { } strings ? Read(strings, SharedStrings.Read) : new();
        }
        catch (UnreadableFileException)
        {
            _document?.Dispose();
            throw;
        }
        // A package that contradicts itself makes the library run into whatever comes next: it has no exception of its own for most of it.
        catch (Exception broken) when (broken is OpenXmlPackageException or InvalidOperationException or OverflowException or ArgumentException
            or FormatException or NotSupportedException or KeyNotFoundException || IsDamage(broken))
        {
            _document?.Dispose();
            throw new UnreadableFileException("工作簿不完整或已损坏，无法打开。请用 Excel 或 WPS 重新保存后再上传。", broken);
        }
    }

    /// <summary>The rows that hold something; once.</summary>
    public IEnumerable<RawRow> Read()
    {
        var (number, cells) = (0, new List<string>(8));
        while (NextRow(_rows, ref number, cells))
        {
            if (cells.Exists(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                yield return new(number, [.. cells]);
            }
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _document.Dispose();
    }

    /// <summary>
    /// All of a sheet is read in here, because it may be damaged at any point: a text longer than the reader's buffer even where its
    /// value is asked for.
    /// </summary>
    private bool NextRow(XmlReader xml, ref int number, List<string> cells)
    {
        try
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                {
                    continue;
                }
                _part.Taken();
                cells.Clear();
                // A row says its number; where it doesn't, or says a smaller one, it is the next.
                var says = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > number;
                if (!xml.IsEmptyElement)
                {
                    ReadCells(xml, cells);
                }
                number = says ? said : number + 1;
                return true;
            }
            return false;
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            var where = number == 0 ? "工作表已损坏" : $"工作表在第 {number} 行之后损坏，后面的行没有读取";
            throw new UnreadableFileException($"{where}。请用 Excel 或 WPS 重新保存后再上传。", broken);
        }
    }

    private void ReadCells(XmlReader row, List<string> cells)
    {
        var depth = row.Depth;
        while (row.Read() && row.Depth > depth)
        {
            if (row.NodeType != XmlNodeType.Element || row.LocalName != "c" || row.Depth != depth + 1)
            {
                continue;
            }
            var column = ColumnOf(row.GetAttribute("r")) ?? cells.Count;
            if (column >= MostColumns)
            {
                continue;
            }
            while (cells.Count <= column)
            {
                cells.Add("");
            }
            cells[column] = ReadCell(row);
        }
    }

    private string ReadCell(XmlReader cell)
    {
        var type = cell.GetAttribute("t");
        if (cell.IsEmptyElement)
        {
            return "";
        }
        var (depth, value) = (cell.Depth, "");
        while (cell.Read() && cell.Depth > depth)
        {
            if (cell.NodeType == XmlNodeType.Element && cell.LocalName is "v" or "is")
            {
                value = CellText.Of(cell);
            }
        }
        return type switch
        {
            "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? _shared[at] : "",
            "inlineStr" or "str" => value,
            "e" => "",
            _ => Number(value),
        };
    }

    /// <summary>An employee number that was typed as a number is stored as 1.234567E7; people mean its digits.</summary>
    private static string Number(string value) =>
        value.Contains('E') && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1e15 && Math.Floor(number) == number
            ? ((long)number).ToString(CultureInfo.InvariantCulture)
            : value;

    /// <summary>AB12 → 27; null for a cell that does not say.</summary>
    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var letter in reference ?? "")
        {
            if (letter is < 'A' or > 'Z' || column > MostColumns)
            {
                break;
            }
            column = column * 26 + (letter - 'A' + 1);
        }
        return column == 0 ? null : column - 1;
    }

    private static T Read<T>(OpenXmlPart part, Func<XmlReader, BoundedPart, T> read)
    {
        using var stream = new BoundedPart(part.GetStream(FileMode.Open, FileAccess.Read));
        using var xml = XmlReader.Create(stream, Xml);
        return read(xml, stream);
    }

    /// <summary>What the readers of XML and of compressed bytes say of a damaged file.</summary>
    private static bool IsDamage(Exception fault) => fault is XmlException or InvalidDataException or IOException;
}
