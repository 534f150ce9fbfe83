using WeChatBankGov.Screening.Rows;

namespace WeChatBankGov.UnitTests.Screening;

/// <summary>Whatever is wrong with a workbook is said in a sentence: anything else would be taken for a fault of the portal.</summary>
public sealed class DamagedWorkbookTests
{
    private const string Good = """<row r="1"><c r="A1" t="inlineStr"><is><t>工号</t></is></c></row>""";

    [Theory]
    [InlineData("""<row r="2"><c r="A2" t="inlineStr"><is><t>a&#x1;b</t></is></c></row>""")]
    [InlineData("""<row r="2"><c r="A2"><v>1&#x1;</v></c></row>""")]
    [InlineData("""<row r="2"><c r="A2" t="inlineStr"><is><t>没有关上""")]
    [InlineData("""<row r="2"><c r="A2" t="inlineStr"><is><t>关错了</is></t></c></row>""")]
    [InlineData("""<row r="2"><c r="A2&#x1;"><v>1</v></c></row>""")]
    public void A_sheet_damaged_inside_a_cell_is_read_up_to_there(string damaged)
    {
        using var rows = new XlsxRows(Workbooks.Package("", Good + damaged));
        using var read = rows.Read().GetEnumerator();
        read.MoveNext().ShouldBeTrue();
        read.Current.Cells.ShouldBe(["工号"]);
        Should.Throw<UnreadableFileException>(() => read.MoveNext()).Message.ShouldContain("第 1 行之后损坏");
    }

    /// <summary>A few kilobytes that unpack to more than a table has in one place: refused before it is in memory.</summary>
    [Theory]
    [InlineData("""<row r="2"><c r="A2" t="inlineStr"><is><t>{0}</t></is></c></row>""")]
    [InlineData("""<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[{0}]]></t></is></c></row>""")]
    [InlineData("""<row r="2" spans="{0}"></row>""")]
    public void One_cell_as_large_as_a_book(string row)
    {
        var large = row.Replace("{0}", new string('A', 2 * BoundedPart.MostAtOnce), StringComparison.Ordinal);
        using var rows = new XlsxRows(Workbooks.Package("", Good + large));
        using var read = rows.Read().GetEnumerator();
        read.MoveNext().ShouldBeTrue();
        Should.Throw<UnreadableFileException>(() => read.MoveNext()).Message.ShouldContain("在第 1 行之后损坏");
        Unreadable(Workbooks.Package($"<si><t>{new string('A', 2 * BoundedPart.MostAtOnce)}</t></si>", Good));
    }

    [Fact]
    public void Many_rows_are_no_large_one()
    {
        var cell = $"""<c t="inlineStr"><is><t>{new string('A', 30_000)}</t></is></c>""";
        var many = string.Concat(Enumerable.Repeat($"<row>{cell}</row>", 3 * BoundedPart.MostAtOnce / 30_000));
        Workbooks.Rows(Workbooks.Package(string.Concat(Enumerable.Repeat("<si><t>ab</t></si>", BoundedPart.MostAtOnce / 8)), many)).Count.ShouldBe(3 * BoundedPart.MostAtOnce / 30_000);
    }

    [Fact]
    public void A_long_text_that_is_damaged_at_its_end_is_no_fault_either() =>
        Unreadable(Workbooks.Package("", Good + $"""<row r="2"><c r="A2" t="inlineStr"><is><t>{new string('农', 200_000)}&#x1;</t></is></c></row>"""));

    [Theory]
    [InlineData("")]
    [InlineData("这不是 XML")]
    [InlineData("""<?xml version="1.0" encoding="no-such-encoding"?><worksheet/>""")]
    public void A_sheet_that_is_none_from_its_first_character(string sheet) => Unreadable(Workbooks.Parts("", sheet));

    [Fact]
    public void Shared_texts_that_are_damaged_are_refused_when_the_workbook_is_opened() =>
        Unreadable(Workbooks.Package("<si><t>a&#x1;</t></si>", Good)).ShouldContain("不完整或已损坏");

    [Fact]
    public void A_part_whose_compressed_bytes_are_damaged()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"""<row r="{i + 2}"><c r="A{i + 2}" t="inlineStr"><is><t>{i * 7919 % 10007}</t></is></c></row>"""));
        var bytes = Workbooks.Package("", Good + text).ToArray();
        var sheet = bytes.AsSpan().IndexOf("xl/s.xml"u8);
        bytes.AsSpan(sheet + 5000, 64).Fill(0xFF);
        using var file = new MemoryStream(bytes);
        Unreadable(file).ShouldContain("损坏");
    }

    [Theory]
    [InlineData("""<sheet name="a" sheetId="1" state="unheardOf" r:id="r1"/>""", Workbooks.Relationships)]
    [InlineData(Workbooks.Sheets, """<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="missing.xml"/>""")]
    [InlineData(Workbooks.Sheets, """<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="http://[bad/"/>""")]
    [InlineData("", Workbooks.Relationships)]
    public void A_package_that_contradicts_itself(string sheets, string relationships) =>
        Unreadable(Workbooks.Package("", Good, sheets: sheets, relationships: relationships)).ShouldContain("工作");

    [Fact]
    public void A_workbook_nested_a_million_deep_is_read_past() =>
        Workbooks.Rows(Workbooks.Package("", Good, sheets: Workbooks.Sheets + string.Concat(Enumerable.Repeat("<a>", 1_000_000)) + string.Concat(Enumerable.Repeat("</a>", 1_000_000))))
            .ShouldHaveSingleItem();

    /// <summary>The message; fails for any other exception.</summary>
    private static string Unreadable(MemoryStream file) => Should.Throw<UnreadableFileException>(() => Workbooks.Rows(file)).Message;
}
