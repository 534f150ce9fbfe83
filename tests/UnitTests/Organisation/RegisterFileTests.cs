using System.Text;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Organisation.Institutions.Import;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class RegisterFileTests
{
    private static readonly string Text = $"{Registers.Heading}\n{Registers.HeadOffice}\n{Registers.Jilin}\n";

    [Fact]
    public void Reads_UTF8_with_and_without_a_byte_order_mark_and_GB18030()
    {
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(Text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)],
            CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(Text),
        ];
        foreach (var bytes in files)
        {
            var file = RegisterFile.Read(bytes);
            file.Errors.ShouldBeEmpty();
            file.Rows[1].ShouldBe(new InstitutionRow(3, "220000", InstitutionLevel.Tier1Branch, "吉林省分行", "吉林", "吉林", "000000"));
        }
    }

    [Fact]
    public void Reads_the_columns_by_name_in_any_order_with_quotes_and_Chinese_levels()
    {
        var file = RegisterFile.Read(Encoding.UTF8.GetBytes("Name,CODE,parent_code,place_name,level,备注\r\n\"总行,“本部”\",000000,,,总行,x\r\n"));

        file.Errors.ShouldBeEmpty();
        file.Rows.Single().Name.ShouldBe("总行,“本部”");
        file.Rows.Single().Level.ShouldBe(InstitutionLevel.HeadOffice);
    }

    [Theory]
    [InlineData("330000,Region,浙江省分行,浙江,浙江,000000", "层级“Region”无效")]
    [InlineData("330000,2,浙江省分行,浙江,浙江,000000", "层级“2”无效")]
    [InlineData("33-00,Tier1Branch,浙江省分行,浙江,浙江,000000", "机构代码“33-00”")]
    [InlineData(",Tier1Branch,浙江省分行,浙江,浙江,000000", "机构代码“”")]
    [InlineData("330000,Tier1Branch,,浙江,浙江,000000", "机构名称应为")]
    [InlineData("330000,Tier1Branch,浙江\u202E省分行,浙江,浙江,000000", "不可见字符")]
    [InlineData("330000,Tier1Branch,浙江省分行,浙江,<b>浙江,000000", "只能用汉字")]
    [InlineData("330000,Tier1Branch,浙江省分行,浙江,000000", "应有 6 列，实有 5 列")]
    public void Names_the_line_and_what_is_wrong_with_it(string line, string message)
    {
        var file = Registers.File(Registers.HeadOffice, line, Registers.Jilin);

        var error = file.Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(3);
        error.Message.ShouldContain(message);
        file.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public void Refuses_a_quote_that_nobody_closed_instead_of_swallowing_the_rest()
    {
        var file = Registers.File(Registers.HeadOffice, "220000,Tier1Branch,\"吉林省分行,吉林,吉林,000000", Registers.JilinCity);

        file.Errors.ShouldHaveSingleItem().Message.ShouldContain("引号不成对");
    }

    [Fact]
    public void Refuses_what_is_not_a_register()
    {
        Problem([]).ShouldContain("空的");
        Problem("PK\u0003\u0004…"u8.ToArray()).ShouldContain("Excel 工作簿");
        Problem([1, 0, 2]).ShouldContain("不是文本");
        Problem([0x80, 0x0A, 0xFF, 0xFF]).ShouldContain("编码");
        Problem(Encoding.UTF8.GetBytes("a,b\n1,2")).ShouldContain("缺少：code");
        Problem(Encoding.UTF8.GetBytes(Registers.Heading)).ShouldContain("没有机构");

        static string Problem(byte[] bytes) => RegisterFile.Read(bytes).Errors.ShouldHaveSingleItem().Message;
    }

    [Fact]
    public void Takes_thirty_thousand_rows_and_no_more()
    {
        var lines = Enumerable.Range(0, RegisterFile.MostRows + 1).Select(i => $"{i},Outlet,营业所{i},,,000000").ToArray();

        Registers.File(lines[..^1]).Errors.ShouldBeEmpty();
        Registers.File(lines).Errors.ShouldHaveSingleItem().Message.ShouldContain("30,000");
    }
}
