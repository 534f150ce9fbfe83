using WeChatBankGov.Kernel.Web.TagHelpers;

namespace WeChatBankGov.UnitTests.Web;

public class ListHelperTests
{
    [Fact]
    public async Task Sorting_keeps_the_filter_turns_the_order_round_and_goes_back_to_page_one()
    {
        var rig = new TagHelperRig("?q=浙江&sort=name&p=4&state=a&state=b&empty=");
        var html = await TagHelperRig.Render(new SortLinkTagHelper { Field = "name", ViewContext = rig.View }, "名称");
        html.ShouldStartWith("<th scope=\"col\" aria-sort=\"ascending\">");
        html.ShouldContain("href=\"/applications?q=%E6%B5%99%E6%B1%9F&amp;state=a&amp;state=b&amp;sort=-name\"");
    }

    [Fact]
    public async Task The_column_sorted_by_default_says_so_when_the_address_does_not()
    {
        var rig = new TagHelperRig();
        var html = await TagHelperRig.Render(new SortLinkTagHelper { Field = "day", Default = "desc", ViewContext = rig.View }, "日期");
        html.ShouldContain("aria-sort=\"descending\"");
        html.ShouldContain("?sort=day");
    }

    [Fact]
    public async Task A_page_of_many_names_its_rows_and_its_neighbours()
    {
        var rig = new TagHelperRig("?q=x&p=3");
        var html = await TagHelperRig.Render(new PagerTagHelper { Page = 3, Total = 312, ViewContext = rig.View });
        html.ShouldContain("第 41–60 条，共 312 条");
        html.ShouldContain("rel=\"next\" href=\"/applications?q=x&amp;p=4\"");
        html.ShouldContain("href=\"/applications?q=x\"", customMessage: "page 1 needs no key");
        html.ShouldContain("p=16");
    }

    [Fact]
    public async Task A_capped_total_says_so_and_still_leads_on()
    {
        var rig = new TagHelperRig("?p=60");
        var html = await TagHelperRig.Render(new PagerTagHelper { Page = 60, Total = 1000, Capped = true, ViewContext = rig.View });
        html.ShouldContain("第 1,181–1,200 条，共 1,000&#x2B; 条");
        html.ShouldContain("p=61");
    }

    [Theory]
    [InlineData(false, "<figure class=\"chart\">")]
    [InlineData(true, "<figure class=\"chart is-ranked\">")]
    public async Task A_chart_sets_its_last_bar_off_unless_it_is_ranked(bool ranked, string begins)
    {
        var html = await TagHelperRig.Render(new BarChartTagHelper { Items = [new("杭州", 6), new("上海", 1)], Caption = "未完成", Unit = "件", Ranked = ranked });
        html.ShouldStartWith(begins + "<figcaption>未完成</figcaption><ol><li><span class=\"chart-value\">6<span");
    }

    [Theory]
    [InlineData(3, "deadline-quiet", "还剩 3 个工作日")]
    [InlineData(2, "deadline-warn", "还剩 2 个工作日")]
    [InlineData(0, "deadline-stop", "今天到期")]
    [InlineData(-4, "deadline-stop", "已逾期 4 个工作日")]
    public async Task A_deadline_says_in_words_what_its_colour_says(int left, string tone, string words)
    {
        var html = await TagHelperRig.Render(new DeadlineTagHelper { Due = new DateOnly(2026, 11, 26), Left = left });
        html.ShouldBe($"<span class=\"deadline {tone}\"><b>{words}</b> <time datetime=\"2026-11-26\">11月26日(周四)</time></span>");
    }

    [Fact]
    public async Task A_moment_is_shown_as_the_Beijing_day_it_lies_in()
    {
        var html = await TagHelperRig.Render(new DayTagHelper { Value = new DateTime(2026, 11, 22, 16, 3, 0, DateTimeKind.Utc), Time = true });
        html.ShouldBe("<time datetime=\"2026-11-23T00:03:00&#x2B;08:00\">2026年11月23日(周一) 00:03</time>");
        (await TagHelperRig.Render(new DayTagHelper { Value = new DateOnly(2026, 11, 26), Short = true })).ShouldContain(">2026-11-26<");
        (await TagHelperRig.Render(new DayTagHelper())).ShouldBe("—");
    }

    [Theory]
    [InlineData(820, "820 B")]
    [InlineData(1025, "2 KB")]
    [InlineData(2097152, "2 MB")]
    [InlineData(1288490, "1.2 MB")]
    public void Sizes_are_said_in_human_form(long bytes, string text) => FileLinkTagHelper.Human(bytes).ShouldBe(text);

    [Fact]
    public async Task Names_of_files_cannot_bring_markup_along()
    {
        var html = await TagHelperRig.Render(new FileLinkTagHelper { Name = "<b>\".png", Href = "/files/1?a=1&b=2" });
        html.ShouldNotContain("<b>");
        html.ShouldContain("href=\"/files/1?a=1&amp;b=2\"");
    }
}
