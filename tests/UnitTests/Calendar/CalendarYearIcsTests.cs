using CsCheck;
using WeChatBankGov.Kernel.Calendar;
using static WeChatBankGov.UnitTests.Calendar.Days;

namespace WeChatBankGov.UnitTests.Calendar;

public abstract class CalendarYearIcsTests
{
    [Fact]
    public void Article07_Blocks_with_an_exclusive_end_are_read()
    {
        var year = Read(
            Event("DTSTART;VALUE=DATE:20271001", "DTEND;VALUE=DATE:20271008", "SUMMARY;LANGUAGE=zh_CN:国庆节（休）"),
            Event("DTSTART;VALUE=DATE:20271009", "DTEND;VALUE=DATE:20271010", "SUMMARY;LANGUAGE=zh_CN:国庆节（班）"));
        year.DaysOff.Keys.ShouldBe(Day("2027-10-01").Through(Day("2027-10-07")));
        year.DaysOff.Values.ShouldAllBe(name => name == "国庆节");
        year.WorkedWeekendDays.ShouldHaveSingleItem().ShouldBe(KeyValuePair.Create(Day("2027-10-09"), "国庆节"));
    }

    [Theory]
    [InlineData("DTSTART;VALUE=DATE:20270206")]
    [InlineData("DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20270206")]
    [InlineData("DTSTART;VALUE=DATE:20270206", "DURATION:P1D")]
    [InlineData("DTSTART:20270206T090000", "DTEND:20270206T180000")]
    [InlineData("DTSTART:20270205T160000Z", "DTEND:20270206T160000Z")]
    [InlineData("DTSTART;TZID=Asia/Shanghai:20270206T000000", "DTEND;TZID=Asia/Shanghai:20270207T000000")]
    [InlineData("DTSTART;TZID=America/New_York:20270205T120000", "DURATION:PT8H")]
    public void Article07_One_day_is_one_day_however_it_is_written(params string[] lines)
    {
        Read(Event([.. lines, "SUMMARY:春节 补班 第1天/共2天"])).WorkedWeekendDays.Keys.ShouldBe([Day("2027-02-06")]);
        Read(Event([.. lines, "SUMMARY:春节 假期 第1天/共2天"])).DaysOff.Keys.ShouldBe([Day("2027-02-06")]);
    }

    [Theory]
    [InlineData("国庆节 假期 第1天/共7天", false, "国庆节")]
    [InlineData("国庆节假期", false, "国庆节")]
    [InlineData("元旦放假", false, "元旦")]
    [InlineData("【休】春节", false, "春节")]
    [InlineData("休", false, "放假")]
    [InlineData("国庆节、中秋节（休）", false, "国庆节、中秋节")]
    [InlineData("国庆节放假调休", false, "国庆节")]
    [InlineData("国庆节（调休上班）", true, "国庆节")]
    [InlineData("春节 补班 第2天/共2天", true, "春节")]
    [InlineData("上班", true, "调休")]
    [InlineData("班：劳动节", true, "劳动节")]
    public void Article07_The_summary_tells_days_off_from_worked_days(string summary, bool worked, string name)
    {
        var year = Read(Event("DTSTART;VALUE=DATE:20271009", $"SUMMARY:{summary}"));
        (worked ? year.WorkedWeekendDays : year.DaysOff).ShouldHaveSingleItem().Value.ShouldBe(name);
        (worked ? year.DaysOff : year.WorkedWeekendDays).ShouldBeEmpty();
    }

    [Fact]
    public void Article07_Festivals_that_nobody_has_off_are_passed_over_and_named()
    {
        var file = Parse(
            Event("DTSTART;VALUE=DATE:20270220", "SUMMARY:元宵节", "RRULE:FREQ=YEARLY"),
            Event("DTSTART;VALUE=DATE:20271009", "SUMMARY:国庆节调休"),   // off or worked? It doesn't say.
            Event("DTSTART;VALUE=DATE:20270405", "SUMMARY:清明（休）"),
            Event("DTSTART;VALUE=DATE:20270406", "SUMMARY:清明（休）", "STATUS:CANCELLED"));
        file.Years.ShouldHaveSingleItem().DaysOff.Keys.ShouldBe([Day("2027-04-05")]);
        file.Notes[0].ShouldBe("有 2 个条目的标题未写明放假（休）或上班（班），已略过：“元宵节”、“国庆节调休”。");
    }

    [Fact]
    public void Article07_A_block_over_the_turn_of_the_year_is_divided_and_the_parts_are_pointed_out()
    {
        var file = Parse(Event("DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280104", "SUMMARY:元旦（休）"));
        file.Years.Select(year => (year.Year, year.DaysOff.Count, year.IsComplete)).ShouldBe([(2027, 1, false), (2028, 3, false)]);
        file.Notes.Count.ShouldBe(2);
    }

    [Fact]
    public void Article07_Two_holidays_may_share_a_day() =>
        Read(Event("DTSTART;VALUE=DATE:20271001", "SUMMARY:国庆节（休）"), Event("DTSTART;VALUE=DATE:20271001", "SUMMARY:中秋节（休）"))
            .DaysOff.ShouldHaveSingleItem().Value.ShouldBe("国庆节、中秋节");

    [Fact]
    public void Article07_The_published_years_come_through_a_calendar_file_unchanged()
    {
        foreach (var year in WorkCalendar.Shipped.Years)
        {
            var off = year.DaysOff.Select(day => Event($"DTSTART;VALUE=DATE:{day.Key:yyyyMMdd}", $"SUMMARY:{day.Value} 假期"));
            var worked = year.WorkedWeekendDays.Select(day => Event(
                $"DTSTART:{day.Key:yyyyMMdd}T090000", $"DTEND:{day.Key:yyyyMMdd}T180000", $"SUMMARY:{day.Value} 补班"));
            var read = Parse([.. off, .. worked]);
            read.Notes.ShouldBeEmpty();
            read.Years.ShouldHaveSingleItem().DaysOff.ShouldBe(year.DaysOff);
            read.Years[0].WorkedWeekendDays.ShouldBe(year.WorkedWeekendDays);
        }
    }

    [Theory]
    [InlineData("没有开始日期", "SUMMARY:春节（休）")]
    [InlineData("第 3 行的日期无效", "DTSTART;VALUE=DATE:20271301", "SUMMARY:春节（休）")]
    [InlineData("第 4 行的日期无效", "DTSTART;VALUE=DATE:20270101", "DTEND;VALUE=DATE:明天", "SUMMARY:春节（休）")]
    [InlineData("格式有误", "DTSTART;TZID=Mars/Base:20270206T000000", "SUMMARY:春节（休）")]
    [InlineData("无法识别", "DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20270207x", "SUMMARY:春节（休）")]
    [InlineData("无法识别", "DTSTART;VALUE=DATE:20270206", "DURATION:三天", "SUMMARY:春节（休）")]
    [InlineData("结束日期早于开始日期", "DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20270201", "SUMMARY:春节（休）")]
    [InlineData("超过 31 天", "DTSTART;VALUE=DATE:20270206", "DTEND;VALUE=DATE:20280206", "SUMMARY:春节（休）")]
    [InlineData("是重复日程", "DTSTART;VALUE=DATE:20270206", "RRULE:FREQ=YEARLY", "SUMMARY:春节（休）")]
    [InlineData("不是周六或周日", "DTSTART;VALUE=DATE:20270205", "SUMMARY:春节（班）")]
    [InlineData("应为 2018 年至 2100 年", "DTSTART;VALUE=DATE:20170105", "SUMMARY:春节（休）")]
    [InlineData("应为 2018 年至 2100 年", "DTSTART;VALUE=DATE:21010105", "SUMMARY:春节（休）")]
    [InlineData("没有找到放假或调休上班的日期", "DTSTART;VALUE=DATE:20270220", "SUMMARY:元宵节")]
    public void Article07_What_is_wrong_with_an_entry_is_said_and_nothing_is_taken_over(string problem, params string[] lines) =>
        Refused(problem, Event(lines));

    [Fact]
    public void Article07_Contradictions_between_entries_are_refused()
    {
        var off = Event("DTSTART;VALUE=DATE:20271009", "SUMMARY:国庆节（休）");
        Refused("在放假日期中重复出现", off, off);
        Refused("既列为放假又列为调休上班", off, Event("DTSTART;VALUE=DATE:20271009", "SUMMARY:国庆节（班）"));
    }

    [Fact]
    public void Article07_A_file_cut_off_behind_a_whole_calendar_is_refused()
    {
        var whole = Text(Event("DTSTART;VALUE=DATE:20271009", "SUMMARY:国庆节（休）"));
        CalendarYearFile.Parse(whole + whole.Replace("1009", "1008")).Years.ShouldHaveSingleItem().DaysOff.Count.ShouldBe(2);
        CalendarYearFile.Parse(whole + whole.Replace("1009", "1008").Replace("END:VCALENDAR", "")).IsGood.ShouldBeFalse();
    }

    [Theory]
    [InlineData("BEGIN:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\n乱写的内容\r\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR")]
    [InlineData("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20271009\r\nSUMMARY:国庆节（休）")]
    public void Article07_A_broken_calendar_file_is_refused(string text) => CalendarYearFile.Parse(text).IsGood.ShouldBeFalse();

    [Fact]
    public void Article07_No_text_makes_the_reader_fail()
    {
        var good = Text(Event("DTSTART;TZID=Asia/Shanghai:20270205T000000", "DURATION:P3D", "SUMMARY:春节（休）"));
        Gen.String.Sample(text => _ = CalendarYearFile.Parse("BEGIN:VCALENDAR" + text));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Char).Sample((at, letter) =>
            _ = CalendarYearFile.Parse(good[..at] + letter + good[(at + 1)..]));
        CalendarYearFile.Parse("BEGIN:VCALENDAR\n" + string.Concat(Enumerable.Repeat("BEGIN:VEVENT\n", 100_000))).IsGood.ShouldBeFalse();
    }

    private static string Event(params string[] lines) => string.Join("\r\n", ["BEGIN:VEVENT", .. lines, "END:VEVENT"]);

    private static string Text(params string[] events) => string.Join("\r\n", ["BEGIN:VCALENDAR", .. events, "END:VCALENDAR", ""]);

    private static CalendarYearFile Parse(params string[] events) => CalendarYearFile.Parse(Text(events));

    private static CalendarYear Read(params string[] events) => Parse(events).Years.ShouldHaveSingleItem();

    private static void Refused(string problem, params string[] events)
    {
        var file = Parse(events);
        file.Years.ShouldBeEmpty();
        file.Problems.ShouldContain(said => said.Contains(problem), string.Join("\n", file.Problems));
    }
}

public sealed class CalendarYearIcsTestsHere : CalendarYearIcsTests;

[Collection(LosAngeles.Name)]
public sealed class CalendarYearIcsTestsInLosAngeles : CalendarYearIcsTests;
