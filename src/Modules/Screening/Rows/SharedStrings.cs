using System.Text;
using System.Xml;

namespace WeChatBankGov.Screening.Rows;

/// <summary>
/// The texts that a workbook's cells refer to by number: millions of short ones, kept as UTF-8 in pages, because as objects they
/// would need four times the memory.
/// </summary>
internal sealed class SharedStrings
{
    private const int PageSize = 1 << 20;
    private const int MostPages = 256;

    /// <summary>The most that one cell may hold in a spreadsheet.</summary>
    internal const int MostInCell = 32_767;

    private readonly List<byte[]> _pages = [];
    private readonly List<(int Page, int Offset, int Length)> _places = [];
    private int _used = PageSize;

    public string this[int number] => number >= 0 && number < _places.Count
        ? Encoding.UTF8.GetString(_pages[_places[number].Page], _places[number].Offset, _places[number].Length)
        : "";

    public static SharedStrings Read(XmlReader xml, BoundedPart part)
    {
        var strings = new SharedStrings();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                part.Taken();
                strings.Add(CellText.Of(xml));
            }
        }
        return strings;
    }

    private void Add(string text)
    {
        text = text.Length <= MostInCell ? text : text[..MostInCell];
        var length = Encoding.UTF8.GetByteCount(text);
        if (_used + length > PageSize)
        {
            if (_pages.Count == MostPages)
            {
                throw new UnreadableFileException("工作簿里的文字太多。请只保留需要排查的列，或另存为 CSV 后再上传。");
            }
            _pages.Add(new byte[PageSize]);
            _used = 0;
        }
        Encoding.UTF8.GetBytes(text, _pages[^1].AsSpan(_used));
        _places.Add((_pages.Count - 1, _used, length));
        _used += length;
    }
}

internal static class CellText
{
    /// <summary>The text of an element of rich text (si, is), from its start tag to its end; phonetic guides left out.</summary>
    public static string Of(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var (depth, inGuide, text, more) = (xml.Depth, 0, "", (StringBuilder?)null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh")
            {
                inGuide = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement ? xml.Depth : 0;
            }
            else if (inGuide == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            {
                if (text.Length == 0)
                {
                    text = xml.Value;
                }
                else if ((more ??= new(text)).Length <= SharedStrings.MostInCell)
                {
                    more.Append(xml.Value);
                }
            }
        }
        return more?.ToString() ?? text;
    }
}
