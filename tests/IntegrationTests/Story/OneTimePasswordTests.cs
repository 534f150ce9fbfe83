using System.Net;
using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>Whoever signed in with a one-time password is shown the two ways that are open: another password, and out.</summary>
public sealed class OneTimePasswordTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task The_menu_comes_with_the_password_of_ones_own()
    {
        var administrator = await app.As("HQ9101");
        var people = (await administrator.Get("/organisation/people?q=BJ1001")).Expect(HttpStatusCode.OK).Text;
        var person = Regex.Match(people, "href=\"(/organisation/people/[0-9a-f-]{36})\"[^>]*>(?:(?!</tr>).)*BJ1001|BJ1001(?:(?!</tr>).)*href=\"(/organisation/people/[0-9a-f-]{36})\"", RegexOptions.Singleline);
        var page = person.Groups[1].Success ? person.Groups[1].Value : person.Groups[2].Value;
        var stamp = Regex.Match((await administrator.Get(page)).Text, "name=\"stamp\" value=\"([^\"]+)\"").Groups[1].Value;
        var reset = (await administrator.PostForm(page, page + "?handler=Reset", ("stamp", WebUtility.HtmlDecode(stamp)))).Expect(HttpStatusCode.OK);
        var oneTime = Regex.Match(reset.Text, "id=\"one-time-password\">([^<]+)<").Groups[1].Value;

        using var holder = new GovClient(app.Address);
        await holder.SignInWith("BJ1001", oneTime);
        (await holder.Get("/inbox")).Expect(HttpStatusCode.Redirect).Headers.Location!.ToString().ShouldBe("/account/password");
        var html = (await holder.Get("/account/password")).Expect(HttpStatusCode.OK).Text;
        Menu(html).ShouldBe(["/account/password"]);
        html.ShouldContain("退出");

        (await holder.PostForm("/account/password", "/account/password", ("Current", oneTime), ("NewPassword", "Own-2026-Branch"), ("Repeated", "Own-2026-Branch")))
            .Expect(HttpStatusCode.SeeOther);
        var menu = Menu((await holder.Get("/account/password")).Expect(HttpStatusCode.OK).Text);
        menu.ShouldContain("/inbox");
        menu.ShouldContain("/account/password");
    }

    private static List<string> Menu(string html) =>
        [.. Regex.Matches(Regex.Match(html, "<nav class=\"side\".*?</nav>", RegexOptions.Singleline).Value, "<a href=\"([^\"]+)\"").Select(m => m.Groups[1].Value)];
}
