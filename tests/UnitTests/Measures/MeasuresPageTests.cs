using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.UnitTests.Audit;
using WeChatBankGov.UnitTests.Web;

namespace WeChatBankGov.UnitTests.Measures;

public sealed class MeasuresPageTests : IAsyncLifetime
{
    private KernelSite _site = null!;

    /// <summary>R06-1 refused three times: just before the first of the 90 days, at its first instant, and today; R06-4 only advised.</summary>
    public async Task InitializeAsync()
    {
        _site = await KernelSite.Start(services => services.AddSingleton(new RuleSource(typeof(SampleRules))),
            People.Handler, People.Auditor, People.Client);
        var firstInstant = new DateTimeOffset(2026, 11, 24, 16, 0, 0, TimeSpan.Zero);
        foreach (var at in (DateTimeOffset[])[firstInstant.AddMilliseconds(-1), firstInstant, firstInstant.AddDays(89)])
        {
            _site.Clock.SetUtcNow(at);
            await Send(new Try.Command("x", "R06-1") { Advised = ["R06-4"] });
        }
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Rules_come_with_how_often_they_refused_something_in_90_days()
    {
        foreach (var caller in (HttpClient[])[_site.As(People.Handler), _site.As(People.Client)])
        {
            var rules = await caller.GetFromJsonAsync<JsonElement[]>("/api/v1/measures/rules");
            rules!.Select(r => (r.GetProperty("code").GetString(), r.GetProperty("refusedLast90Days").GetInt32()))
                .ShouldBe([("R06-1", 2), ("R06-4", 0)]);
            rules![1].GetProperty("derived").GetBoolean().ShouldBeTrue();
            rules[1].GetProperty("switchable").GetBoolean().ShouldBeTrue();
            rules[1].GetProperty("quotes")[1].GetProperty("article").GetInt32().ShouldBe(7);
        }
        var one = await _site.As(People.Client).GetFromJsonAsync<JsonElement>("/api/v1/measures/rules/r06-1");
        one.GetProperty("refusedLast90Days").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task Articles_name_the_rules_that_quote_them()
    {
        var articles = await _site.As(People.Client).GetFromJsonAsync<JsonElement[]>("/api/v1/measures/articles");
        articles!.Length.ShouldBe(20);
        articles[5].GetProperty("heading").GetString().ShouldBe("第六条");
        articles[5].GetProperty("rules").EnumerateArray().Select(r => r.GetString()).ShouldBe(["R06-1", "R06-4"]);
        articles[6].GetProperty("rules").EnumerateArray().Select(r => r.GetString()).ShouldBe(["R06-4"]);
        articles[0].GetProperty("text").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task The_page_shows_articles_beside_their_rules()
    {
        var page = await _site.As(People.Handler).GetStringAsync("/measures");
        page.ShouldContain("id=\"article-20\"");
        page.ShouldContain("href=\"/measures/rules/R06-4\"");
        page.ShouldContain("期限 · 推导 · 可停用");
        page.ShouldContain("<td class=\"num\">2</td>");
        page.ShouldContain("本条没有由系统执行的规则。");
    }

    [Fact]
    public async Task A_rule_has_its_page_and_only_audit_is_led_on_to_the_trail()
    {
        var page = await _site.As(People.Handler).GetStringAsync("/measures/rules/R06-4");
        page.ShouldContain("行内通行做法。");
        page.ShouldContain("href=\"/measures#article-7\"");
        page.ShouldNotContain("/audit?");
        (await _site.As(People.Auditor).GetStringAsync("/measures/rules/R06-1")).ShouldContain("/audit?code=R06-1");
        (await _site.As(People.Handler).GetAsync("/measures/rules/R99-9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _site.As(People.Client).GetAsync("/api/v1/measures/rules/R99-9")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _site.As(null).GetAsync("/measures")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Counting_reads_an_index_and_no_entries()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GovDbContext>();
        await db.Database.OpenConnectionAsync();
        await using var explain = scope.ServiceProvider.GetRequiredService<RefusalCounts>().Query().CreateDbCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + explain.CommandText;
        await using var plan = await explain.ExecuteReaderAsync();
        (await plan.ReadAsync()).ShouldBeTrue();
        plan.GetString(3).ShouldBe("SEARCH a USING COVERING INDEX IX_AuditEntryCodes_Code_At (Code=? AND At>?)");
    }

    private async Task Send(Try.Command command)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISender>().Send(command);
    }
}
