using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Web;
using WeChatBankGov.Organisation;

namespace WeChatBankGov.IntegrationTests.Api;

/// <summary>A page number that a list does not have: an old bookmark, or rows that have gone since.</summary>
public sealed class PageBehindTheLastTests(GovApp app) : IClassFixture<GovApp>
{
    [Theory]
    [InlineData("HQ9101", "/organisation/institutions?size=10&level=Tier1Branch&p=", 400)]
    [InlineData("HQ9101", "/organisation/people?size=5&q=%E7%8E%8B&p=", 99)]
    [InlineData("HQ9103", "/audit?size=1&p=", 100000)]
    public async Task A_page_leads_to_the_last_one_and_keeps_the_filter(string who, string list, int page)
    {
        var person = await app.As(who);
        var answer = (await person.Get(list + page)).Expect(HttpStatusCode.Redirect);
        var target = answer.Headers.Location!.ToString();
        foreach (var key in list.Split('?')[1].Split('&')[..^1])
        {
            target.ShouldContain(key);
        }
        var last = (await person.Get(target)).Expect(HttpStatusCode.OK).Text;
        last.ShouldContain("<tbody>");
        last.ShouldNotContain("class=\"empty\"");
    }

    [Fact]
    public async Task The_last_page_itself_and_a_list_with_nothing_in_it_are_shown_as_they_are()
    {
        var person = await app.As("HQ9101");
        (await person.Get("/organisation/institutions?q=nobody-is-called-that&p=7")).Expect(HttpStatusCode.OK);
        (await person.Get("/organisation/institutions?level=HeadOffice&p=2")).Expect(HttpStatusCode.Redirect)
            .Headers.Location!.ToString().ShouldBe("/organisation/institutions?level=HeadOffice");
        (await person.Get("/organisation/institutions?p=2")).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Over_REST_it_is_empty_and_says_how_many_there_are()
    {
        var answer = (await (await app.As("HQ9101")).Get("organisation/institutions?level=Tier1Branch&page=400")).Expect(HttpStatusCode.OK);
        answer["items"].AsArray().ShouldBeEmpty();
        ((int)answer["page"]).ShouldBe(400);
        ((int)answer["total"]).ShouldBeGreaterThan(20);
        answer.Json.AsObject().Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_list_too_long_to_be_counted_is_counted_behind_its_end_so_that_its_last_page_is_known()
    {
        var pairs = await app.WithDb(async db =>
        {
            // Long without writing thousands of rows: every institution beside every other one.
            var rows = from one in db.Set<Institution>() from other in db.Set<Institution>() orderby one.Code, other.Code select one.Code;
            return (Page: await rows.ToPage(new(2, 100), default), Behind: await rows.ToPage(new(90_000, 100), default), Count: await rows.CountAsync());
        });
        pairs.Count.ShouldBeGreaterThan(Paging.CountLimit);
        (pairs.Page.Total, pairs.Page.TotalIsCapped).ShouldBe((Paging.CountLimit, true));
        (pairs.Behind.Total, pairs.Behind.TotalIsCapped).ShouldBe((pairs.Count, false));
        ((IPageOfList)pairs.Behind).LastPage.ShouldBe((pairs.Count + 99) / 100);
        ((IPageOfList)pairs.Page).LastPage.ShouldBeNull();
    }
}
