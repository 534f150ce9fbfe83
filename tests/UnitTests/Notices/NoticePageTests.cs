using System.Net;
using System.Net.Http.Json;
using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Notices;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.UnitTests.Web;

namespace WeChatBankGov.UnitTests.Notices;

public sealed class NoticePageTests : IAsyncLifetime
{
    private KernelSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await KernelSite.Start(People.Handler, People.Colleague, People.Client);
        await using var scope = _site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(new Tell.Command(
            NoticeTests.ToPerson("one", People.Handler), NoticeTests.ToPerson("two", People.Handler)));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Opening_a_notice_reads_it_and_leads_on()
    {
        var browser = _site.As(People.Handler);
        var list = await browser.GetFromJsonAsync<ListPage<ListNotices.Item>>("/api/v1/notices");
        var one = list!.Items.Single(i => i.Title == "one");
        var response = await KernelSite.Post(browser, "/notices", "/notices?handler=Open", ("id", one.Id.ToString()));
        (response.StatusCode, response.Headers.Location!.ToString()).ShouldBe((HttpStatusCode.SeeOther, "/registration/one"));
        (await browser.GetFromJsonAsync<int>("/api/v1/notices/unread-count")).ShouldBe(1);
        var page = await browser.GetStringAsync("/notices");
        page.ShouldContain("href=\"/registration/one\"");
        page.IndexOf("two", StringComparison.Ordinal).ShouldBeLessThan(page.IndexOf("one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_are_read_at_once()
    {
        var browser = _site.As(People.Handler);
        var page = await browser.GetStringAsync("/notices");
        var shownAt = page.Split("name=\"shownAt\" value=\"")[1].Split('"')[0];
        var response = await KernelSite.Post(browser, "/notices", "/notices?handler=ReadAll", ("shownAt", shownAt));
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        page = await browser.GetStringAsync("/notices");
        page.ShouldNotContain("全部标为已读");
        page.ShouldNotContain("未读</");
    }

    [Fact]
    public async Task Somebody_elses_notice_is_404_for_page_and_rest()
    {
        var id = (await _site.As(People.Handler).GetFromJsonAsync<ListPage<ListNotices.Item>>("/api/v1/notices"))!.Items[0].Id;
        var colleague = _site.As(People.Colleague);
        (await colleague.PostAsync($"/api/v1/notices/{id}/read", null)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _site.As(People.Client).GetAsync("/api/v1/notices")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await colleague.GetStringAsync("/notices")).ShouldContain("还没有通知");
    }

    [Fact]
    public async Task The_navigation_shows_how_many_are_unread()
    {
        var item = _site.Services.GetServices<NavigationItem>().Single(i => i.Href == "/notices");
        await using var scope = _site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext
        {
            RequestServices = scope.ServiceProvider,
            User = new(new System.Security.Claims.ClaimsIdentity(
                [new(System.Security.Claims.ClaimTypes.NameIdentifier, People.Handler.Id.ToString()), .. People.Handler.ToClaims()], "test")),
        };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        item.Visible(People.Handler).ShouldBeTrue();
        item.Visible(CurrentPerson.Anonymous).ShouldBeFalse();
        (await item.Badge!(http)).ShouldBe(2);
    }
}
