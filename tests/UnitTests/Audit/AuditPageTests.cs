using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using WeChatBankGov.UnitTests.Web;

namespace WeChatBankGov.UnitTests.Audit;

public sealed class AuditPageTests : IAsyncLifetime
{
    private KernelSite _site = null!;

    public async Task InitializeAsync() =>
        _site = await KernelSite.Start(People.Auditor, People.AuditAdministrator, People.Handler, People.Client);

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Theory]
    [InlineData("/audit")]
    [InlineData("/audit?handler=export")]
    [InlineData("/audit/seals")]
    [InlineData("/api/v1/audit/entries")]
    public async Task Only_audit_gets_in(string address)
    {
        (await _site.As(null).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await _site.As(People.Handler).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _site.As(People.Client).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _site.As(People.Auditor).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _site.As(People.AuditAdministrator).GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_refused_attempt_shows_on_the_page_and_over_rest()
    {
        await _site.As(People.Handler).GetAsync("/audit");
        var auditor = _site.As(People.Auditor);
        var page = await auditor.GetStringAsync("/audit?person=王晓梅&result=Refused");
        page.ShouldContain("操作日志只供审计人员和审计管理员查阅。");
        page.ShouldContain("2026-11-24 10:00:00");
        page.ShouldContain("state-stop");
        (await auditor.GetStringAsync("/audit?person=没有此人")).ShouldContain("没有符合条件的记录");
        var list = await auditor.GetFromJsonAsync<JsonElement>("/api/v1/audit/entries?person=王晓梅&from=2026-11-24");
        list.GetProperty("items")[0].GetProperty("action").GetString().ShouldBe("ListAuditEntries");
    }

    [Theory]
    [InlineData("/audit?from=nonsense", "nonsense")]
    [InlineData("/audit?record=no-guid", "no-guid")]
    [InlineData("/audit?from=2026-11-25&to=2026-11-24", "截止日期不能早于起始日期。")]
    [InlineData("/audit?handler=export&from=2026-11-25&to=2026-11-24", "截止日期不能早于起始日期。")]
    public async Task A_wrong_filter_is_answered_at_its_field(string address, string words)
    {
        var response = await _site.As(People.Auditor).GetAsync(address);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldContain(words);
    }

    [Fact]
    public async Task The_export_comes_as_a_file_with_the_filter_of_the_page()
    {
        await _site.As(People.Handler).GetAsync("/audit");
        var auditor = _site.As(People.Auditor);
        (await auditor.GetStringAsync("/audit?person=王")).ShouldContain("href=\"/audit?person=%E7%8E%8B&amp;handler=Export&amp;format=xlsx\"");
        var response = await auditor.GetAsync("/audit?person=王&handler=export");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileNameStar.ShouldBe("操作日志-20261124.csv");
        (await response.Content.ReadAsStringAsync()).Trim().Split("\r\n").Length.ShouldBe(2);
    }

    [Fact]
    public async Task The_check_of_the_seals_says_that_all_is_well()
    {
        await _site.As(People.Handler).GetAsync("/audit");
        var auditor = _site.As(People.Auditor);
        var response = await KernelSite.Post(auditor, "/audit/seals", "/audit/seals");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldContain("核验通过：0 号封存、0 条记录与封存时一致，另有 1 条等待封存。");
    }
}
