using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>A host as it runs in the bank: no demo, its own first people, its style sheets served without publishing.</summary>
public sealed class ProductionTests
{
    [Fact]
    public async Task A_new_portal_makes_its_first_administrators_and_the_standing_accounts()
    {
        using var app = new GovApp { Environment = "Production" };
        app.Settings["Demo:Enabled"] = null;
        app.Settings["FirstAdministrators:Password"] = "Choose-1-yourself";
        await app.InitializeAsync();
        try
        {
            using var browser = app.Anonymous();
            var style = await browser.Get("/Identity/lib/bootstrap/dist/css/bootstrap.min.css");
            style.Expect(HttpStatusCode.OK).Text.Length.ShouldBeGreaterThan(100_000);
            (await browser.Get("/css/site.css")).Expect(HttpStatusCode.OK).Text.Length.ShouldBeGreaterThan(10_000);

            var signedIn = await browser.PostForm("/sign-in", "/sign-in", ("EmployeeNumber", "SYS0001"), ("Password", "Choose-1-yourself"));
            signedIn.Expect(HttpStatusCode.SeeOther);
            var home = await browser.Get("/");
            home.Status.ShouldNotBe(HttpStatusCode.OK, "the first password has to be changed first");
            (await app.WithDb(db => Task.FromResult(db.Set<Registration.Ledger.WeChatAccount>().Select(a => a.Name).ToList())))
                .ShouldBe(["中国ⅩⅩ银行", "ⅩⅩ银行信用卡", "中国ⅩⅩ银行客户服务"], ignoreOrder: true);
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    [Fact]
    public async Task Production_does_not_start_with_the_demo_bank()
    {
        using var demo = new GovApp();
        await demo.InitializeAsync();
        try
        {
            using var production = new GovApp { Environment = "Production" };
            production.Settings["Database:ConnectionString"] = demo.ConnectionString;
            (await Should.ThrowAsync<InvalidOperationException>(production.InitializeAsync)).Message.ShouldContain("demo bank");
        }
        finally
        {
            await demo.DisposeAsync();
        }
    }
}
