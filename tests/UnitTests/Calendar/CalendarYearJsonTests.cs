using CsCheck;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class CalendarYearJsonTests
{
    private const string OneYear =
        """{"year":2027,"daysOff":{"2027-10-01":"国庆节","2027-10-04":" 国庆节 "},"workedWeekendDays":{"2027-10-09":"国庆节"}}""";

    [Fact]
    public void Article07_One_year_is_read()
    {
        var year = CalendarYearFile.Parse(OneYear).Years.ShouldHaveSingleItem();
        year.Year.ShouldBe(2027);
        year.DaysOff.ShouldBe(new Dictionary<DateOnly, string> { [Day("2027-10-01")] = "国庆节", [Day("2027-10-04")] = "国庆节" });
        year.WorkedWeekendDays.Keys.ShouldBe([Day("2027-10-09")]);
    }

    [Fact]
    public void Article07_Several_years_are_read_in_order_and_a_byte_order_mark_does_no_harm()
    {
        var file = CalendarYearFile.Parse(
            "\uFEFF" + """
            { "about": "说明", "years": {
              "2028": { "daysOff": { "2028-01-01": "元旦" }, "workedWeekendDays": {} },
              "2027": { "daysOff": { "2027-01-01": "元旦" }, "workedWeekendDays": {} } } }
            """);
        file.IsGood.ShouldBeTrue();
        file.Years.Select(year => year.Year).ShouldBe([2027, 2028]);
    }

    [Fact]
    public void Article07_A_year_written_as_JSON_is_read_back_the_same()
    {
        foreach (var year in WorkCalendar.Shipped.Years)
        {
            var back = CalendarYearFile.Parse(year.ToJson()).Years.ShouldHaveSingleItem();
            back.Year.ShouldBe(year.Year);
            back.DaysOff.ShouldBe(year.DaysOff);
            back.WorkedWeekendDays.ShouldBe(year.WorkedWeekendDays);
            year.ToJson().ShouldContain("国庆节");
        }
    }

    [Fact]
    public void Article07_A_year_without_its_statutory_holidays_is_pointed_out()
    {
        var file = CalendarYearFile.Parse("""{"year":2027,"daysOff":{},"workedWeekendDays":{}}""");
        file.IsGood.ShouldBeTrue();
        file.Years.ShouldHaveSingleItem().IsComplete.ShouldBeFalse();
        file.Notes.ShouldHaveSingleItem().ShouldContain("缺少：元旦(1月1日)、春节(2月5日)、春节(2月8日)、清明(4月5日)、端午(6月9日)");
        CalendarYearFile.Parse(WorkCalendar.Shipped.Years.Last().ToJson()).Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "文件是空的")]
    [InlineData("\uFEFF \r\n", "文件是空的")]
    [InlineData("年份,日期", "既不是 JSON，也不是 ICS")]
    [InlineData("[]", "既不是 JSON，也不是 ICS")]
    [InlineData("{\n\"year\":2027,\n}", "第 3 行附近有语法错误")]
    [InlineData("{}", "缺少 “year”")]
    [InlineData("""{"year":"2027","daysOff":{},"workedWeekendDays":{}}""", "缺少 “year”")]
    [InlineData("""{"year":2027.5,"daysOff":{},"workedWeekendDays":{}}""", "缺少 “year”")]
    [InlineData("""{"year":2027,"daysOff":{}}""", "2027 年缺少 “workedWeekendDays”")]
    [InlineData("""{"year":2027,"daysOff":[],"workedWeekendDays":{}}""", "2027 年缺少 “daysOff”")]
    [InlineData("""{"year":2027,"daysoff":{},"daysOff":{},"workedWeekendDays":{}}""", "不认识的字段“daysoff”")]
    [InlineData("""{"year":2027,"year":2027,"daysOff":{},"workedWeekendDays":{}}""", "字段“year”重复出现")]
    [InlineData("""{"years":{},"year":2027}""", "不能与单个年份的字段同时出现")]
    [InlineData("""{"years":[]}""", "应是以年份为名的对象")]
    [InlineData("""{"years":{}}""", "没有找到放假或调休上班的日期")]
    [InlineData("""{"years":{"明年":{}}}""", "“明年”不是四位数的年份")]
    [InlineData("""{"years":{"02027":{}}}""", "“02027”不是四位数的年份")]
    [InlineData("""{"years":{"2027":7}}""", "2027 年的内容应是 JSON 对象")]
    [InlineData("""{"years":{"2027":{"daysOff":{},"workedWeekendDays":{}},"2027":{"daysOff":{},"workedWeekendDays":{}}}}""", "年份“2027”重复出现")]
    [InlineData("""{"year":2017,"daysOff":{},"workedWeekendDays":{}}""", "应为 2018 年至 2100 年")]
    [InlineData("""{"year":2101,"daysOff":{},"workedWeekendDays":{}}""", "应为 2018 年至 2100 年")]
    [InlineData("""{"year":2027,"daysOff":{"2027-02-30":"春节"},"workedWeekendDays":{}}""", "“2027-02-30”不是有效日期")]
    [InlineData("""{"year":2027,"daysOff":{"2027/2/3":"春节"},"workedWeekendDays":{}}""", "“2027/2/3”不是有效日期")]
    [InlineData("""{"year":2027,"daysOff":{"2028-01-01":"元旦"},"workedWeekendDays":{}}""", "2028年1月1日(周六)不在 2027 年内")]
    [InlineData("""{"year":2027,"daysOff":{"2027-01-01":"元旦","2027-01-01":"元旦"},"workedWeekendDays":{}}""", "在放假日期中重复出现")]
    [InlineData("""{"year":2027,"daysOff":{"2027-01-01":""},"workedWeekendDays":{}}""", "应写明节日名称")]
    [InlineData("""{"year":2027,"daysOff":{"2027-01-01":true},"workedWeekendDays":{}}""", "后面应是节日名称")]
    [InlineData("""{"year":2027,"daysOff":{},"workedWeekendDays":{"2027-10-08":"国庆节"}}""", "2027年10月8日(周五)不是周六或周日")]
    [InlineData("""{"year":2027,"daysOff":{"2027-10-09":"国庆节"},"workedWeekendDays":{"2027-10-09":"国庆节"}}""", "既列为放假又列为调休上班")]
    [InlineData("""{"year":2027,"daysOff":{"2027-10-08":"国庆节"},"workedWeekendDays":{"2027-10-08":"国庆节"}}""", "既列为放假又列为调休上班")]
    [InlineData("""{"year":2027,"daysOff":{"2027-10-08":"\ud800"},"workedWeekendDays":{}}""", "无法识别的字符")]
    public void Article07_What_is_wrong_with_a_file_is_said_and_nothing_is_taken_over(string text, string problem)
    {
        var file = CalendarYearFile.Parse(text);
        file.IsGood.ShouldBeFalse();
        file.Years.ShouldBeEmpty();
        file.Problems.ShouldContain(said => said.Contains(problem), string.Join("\n", file.Problems));
    }

    [Fact]
    public void Article07_A_flood_of_problems_is_cut_short()
    {
        var days = string.Join(",", Enumerable.Range(0, 500).Select(n => $"\"{new string('x', 500)}{n}\":\"\""));
        var file = CalendarYearFile.Parse($$$"""{"year":2027,"daysOff":{{{{days}}}},"workedWeekendDays":{}}""");
        file.Problems.Count.ShouldBe(51);
        file.Problems[^1].ShouldBe("另有 450 处问题未逐一列出。");
        file.Problems.ShouldAllBe(problem => problem.Length < 120);
        CalendarYearFile.Parse(null).Problems.ShouldBe(["文件是空的。"]);
        CalendarYearFile.Parse(new string('{', 5_000_000)).Problems.ShouldHaveSingleItem().ShouldContain("文件过大");
    }

    [Fact]
    public void Article07_No_text_makes_the_reader_fail()
    {
        Gen.String.Sample(text => CalendarYearFile.Parse("{" + text).IsGood.ShouldBeFalse());
        Gen.Select(Gen.Int[0, OneYear.Length - 1], Gen.Char).Sample((at, letter) =>
            _ = CalendarYearFile.Parse(OneYear[..at] + letter + OneYear[(at + 1)..]));
    }
}

public sealed class CalendarYearJsonTestsHere : CalendarYearJsonTests;

[Collection(LosAngeles.Name)]
public sealed class CalendarYearJsonTestsInLosAngeles : CalendarYearJsonTests;
