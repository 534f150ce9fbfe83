using CsCheck;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Screening.Rows;
using WeChatBankGov.Screening.Uploads;

namespace WeChatBankGov.UnitTests.Screening;

public sealed class RowTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.OneOfConst("农行", "a,b", "\"", "一\n二", "=1+1", " 空格 ", "𝐀🅱", "'", "\t", "1E5", ""),
        Gen.Char['!', '~'].Array[0, 12].Select(chars => new string(chars)));

    /// <summary>Rows of three cells, none of them blank, as blank rows are skipped.</summary>
    private static readonly Gen<string[][]> Table = Gen.Select(Cell, Cell).Select((a, b) => new[] { "x" + a, b, "z" }).Array[1, 20];

    [Fact]
    public void Whatever_is_written_as_csv_is_read_back() => Table.Sample(table =>
        Same(table, Rows(string.Concat(table.Select(row => string.Join(',', row.Select(Quoted)) + "\r\n")))));

    [Fact]
    public void Whatever_is_written_as_a_workbook_is_read_back() => Table.Sample(table => Same(table, Workbook(table)));

    [Fact]
    public void Any_text_is_read_to_its_end_without_an_exception() =>
        Gen.OneOf(Gen.OneOfConst("\"", ",", "\n", "\r\n", "农", "\"\"", "a"), Gen.Char.Select(c => c.ToString())).Array[0, 200].Select(string.Concat)
            .Sample(text => Rows(text).All(row => row.Problem is not null || row.Cells.Length > 0));

    [Fact]
    public void A_row_has_the_number_that_a_spreadsheet_shows()
    {
        var rows = Rows("工号,简介\n1,\"一\n二\n三\"\n\n2,b\n3,\"c\n4,d\n");
        rows.Select(r => (r.Number, r.Problem is null)).ShouldBe([(1, true), (2, true), (4, true), (5, false), (6, true)]);
    }

    [Fact]
    public void No_line_is_lost_when_a_quote_is_never_closed()
    {
        var lines = Enumerable.Range(0, 100).Select(i => i == 10 ? $"{i},\"open" : $"{i},b").ToList();
        var rows = Rows(string.Join('\n', lines));
        rows.Count.ShouldBe(100);
        rows.Where(r => r.Problem is not null).ShouldHaveSingleItem().Number.ShouldBe(11);
        rows.Where(r => r.Problem is null).Select(r => r.Number).ShouldBe(Enumerable.Range(1, 100).Where(n => n != 11));
    }

    [Fact]
    public void A_line_of_megabytes_is_a_bad_row_and_the_next_is_read()
    {
        var rows = Rows("a,b\n" + new string('x', 3 << 20) + "\nc,d");
        rows.Select(r => r.Problem is null).ShouldBe([true, false, true]);
        rows[2].Cells.ShouldBe(["c", "d"]);
    }

    [Fact]
    public void Spreadsheet_text_with_tabs_is_read() => Rows("工号\t微信名\n1\ta,b\n")[1].Cells.ShouldBe(["1", "a,b"]);

    [Fact]
    public void A_byte_order_mark_before_a_quoted_heading_is_no_part_of_it() =>
        Rows("\uFEFF\"工号\",\"微信名\"\n1,a\n")[0].Cells.ShouldBe(["工号", "微信名"]);

    [Theory]
    [InlineData("工号,微信名\r1,a\r2,\"b\rc\"\r")]
    [InlineData("工号,微信名\r1,a\r2,\"b\rc\"")]
    public void Lines_that_end_with_a_carriage_return_alone_are_lines(string text)
    {
        var rows = Rows(text);
        rows.Select(r => r.Number).ShouldBe([1, 2, 3]);
        rows[1].Cells.ShouldBe(["1", "a"]);
        rows[2].Cells.ShouldBe(["2", "b\nc"]);
    }

    [Fact]
    public void A_carriage_return_inside_a_line_of_another_file_ends_nothing() => Rows("a,b\r\nc,d\re\r\n")[1].Cells.ShouldBe(["c", "d\re"]);

    [Fact]
    public void A_workbook_as_spreadsheets_save_it_with_shared_texts_numbers_gaps_and_guides()
    {
        var rows = Workbooks.Rows(Workbooks.Package(
            """<si><t>工号</t></si><si><r><t>农</t></r><r><t>行</t></r><rPh sb="0" eb="1"><t>nóng</t></rPh></si><si/>""",
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>末</t></is></c></row><row r="2"/><row r="7"><c r="A7"><v>1.234567E7</v></c><c r="B7" t="s"><v>1</v></c><c r="C7" t="str"><f>1+1</f><v>二</v></c><c r="D7" t="e"><v>#N/A</v></c><c r="E7" t="s"><v>99</v></c></row>"""));
        rows.Select(r => r.Number).ShouldBe([1, 7]);
        rows[0].Cells.ShouldBe(["工号", "", "末"]);
        rows[1].Cells.ShouldBe(["12345670", "农行", "二", "", ""]);
    }

    [Fact]
    public void A_document_type_in_a_sheet_is_refused() =>
        Should.Throw<UnreadableFileException>(() => Workbooks.Rows(Workbooks.Package("", """<row r="1"><c><v>&x;</v></c></row>""", """<!DOCTYPE d [<!ENTITY x "y">]>""")));

    [Fact]
    public void Headings_are_found_in_any_order_and_under_other_names()
    {
        var map = ColumnMap.Of(["\uFEFF微信名称*", "机构代码", " 账号 类别 ", "员工号", "备注"]);
        var row = map.Take(new RawRow(2, ["农行", "330106", "公众号", " E1 ", "x"]), out _)!;
        (row.EmployeeNumber, row.InstitutionCode, row.Kind, row.Name, row.EmployeeName).ShouldBe(("E1", "330106", "公众号", "农行", ""));
        map.Take(new RawRow(3, ["农行", "330106"]), out _)!.EmployeeNumber.ShouldBeEmpty();
        map.Take(new RawRow(4, ["a", "b", "c", "d", "e", "f"]), out var problem).ShouldBeNull();
        problem.ShouldContain("应有 5 列，实有 6 列");
    }

    [Fact]
    public void A_sealed_piece_opens_at_its_own_place_only()
    {
        var (id, key) = (Guid.NewGuid(), new byte[ContentSeal.KeyLength]);
        using var seal = new ContentSeal(key, id);
        var piece = seal.Seal(1, "农行"u8);
        seal.Open(1, piece).ShouldBe("农行"u8.ToArray());
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => seal.Open(2, piece));
        using var other = new ContentSeal(key, Guid.NewGuid());
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => other.Open(1, piece));
    }

    private static List<RawRow> Rows(string text) => [.. new CsvRows(new StringReader(text)).Read()];

    private static bool Same(string[][] table, List<RawRow> rows) =>
        rows.Select(row => row.Number).SequenceEqual(Enumerable.Range(1, table.Length)) && rows.Zip(table).All(pair => pair.First.Problem is null && pair.First.Cells.SequenceEqual(pair.Second));

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static List<RawRow> Workbook(string[][] table)
    {
        using var file = new MemoryStream();
        new XlsxDownload("a.xlsx", "表", table.ToAsyncEnumerable()).Write(file, default).GetAwaiter().GetResult();
        return Workbooks.Rows(file);
    }
}
