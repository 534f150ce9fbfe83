using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.UnitTests.Web;

/// <summary>The workbook as another program reads it.</summary>
public class XlsxTests
{
    [Theory]
    [InlineData(0, new[] { "标题" })]
    [InlineData(2, new[] { "标题,1,2" })]
    [InlineData(3, new[] { "标题,1,2", "标题,3" })]
    [InlineData(4, new[] { "标题,1,2", "标题,3,4" })]
    public async Task Rows_that_a_sheet_has_no_room_for_go_on_another_with_the_heading(int rows, string[] sheets)
    {
        var cells = Enumerable.Range(1, rows).Select(i => new string?[] { $"{i}" }).Prepend(["标题"]);
        using var file = new MemoryStream();
        await new XlsxDownload("a.xlsx", "台账", cells.ToAsyncEnumerable(), mostRows: 3).Write(file, default);

        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);
        var part = workbook.WorkbookPart!;
        var found = part.Workbook!.Sheets!.Elements<Sheet>().ToList();
        found.Select(s => s.Name!.Value).ShouldBe(new[] { "台账", "台账2" }.Take(sheets.Length));
        found.Select(s => string.Join(',', ((WorksheetPart)part.GetPartById(s.Id!)).Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Text>().Select(t => t.Text)))
            .ShouldBe(sheets);
    }
}
