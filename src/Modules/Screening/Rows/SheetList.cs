using System.Xml;

namespace WeChatBankGov.Screening.Rows;

/// <summary>
/// Which sheet of a workbook people see first. Read without the library's elements, which are built by recursion: elements nested
/// deep enough, a few kilobytes in an archive, would end the whole process.
/// </summary>
internal static class SheetList
{
    /// <summary>The relationship of the first visible sheet; null when there is none. A state that nobody knows is none that is seen.</summary>
    public static string? FirstVisible(XmlReader workbook)
    {
        while (workbook.Read())
        {
            if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet", Depth: 2 } && workbook.GetAttribute("state") is (null or "visible"))
            {
                return Relationship(workbook);
            }
        }
        return null;
    }

    /// <summary>The attribute id in the namespace of relationships, of which there are two: Excel's, and that of the strict standard.</summary>
    private static string? Relationship(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                return sheet.Value;
            }
        }
        return null;
    }
}
