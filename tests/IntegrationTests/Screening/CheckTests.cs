using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Screening;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Check;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.IntegrationTests.Screening;

/// <summary>One name at once, on the page and over REST.</summary>
public sealed class CheckTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    [Trait("Rule", "R06-3"), Trait("Side", "Refuses")]
    public async Task Article06_A_client_checks_names_and_gets_one_answer_for_each_in_order()
    {
        using var client = await app.AsClient("screening.read");
        var answer = (await client.Post("screening/check", new { texts = new[] { "小王·農 ⾏", "浙江天气", "nonghang" } })).Expect(HttpStatusCode.OK);
        var texts = answer.Json.AsArray();
        texts.Select(t => (string)t!["text"]!).ShouldBe(["小王·農 ⾏", "浙江天气", "nonghang"]);
        var hit = texts[0]!["hits"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)hit["term"]!, (int)hit["start"]!, (int)hit["length"]!, (string)hit["matched"]!, (string)hit["level"]!)
            .ShouldBe(("农行", 3, 3, "農 ⾏", "block"));
        ((string)hit["disguise"]!).ShouldBe("全角或兼容字符、插入分隔符、繁体或异体字");
        texts[1]!["hits"]!.AsArray().ShouldBeEmpty();
        ((string)texts[2]!["hits"]![0]!["level"]!).ShouldBe("advice");
        ((string)texts[2]!["hits"]![0]!["reason"]!).ShouldBe("拼音");
    }

    [Fact]
    public async Task A_client_needs_the_scope_and_nobody_checks_without_sign_in()
    {
        using var other = await app.AsClient("ledger.read");
        (await other.Post("screening/check", new { texts = new[] { "农行" } })).Expect(HttpStatusCode.Forbidden);
        using var nobody = app.Anonymous();
        (await nobody.Post("screening/check", new { texts = new[] { "农行" } })).Expect(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_thousand_texts_are_taken_one_more_and_none_are_refused_in_Chinese()
    {
        using var client = await app.AsClient();
        (await client.Post("screening/check", new { texts = Enumerable.Repeat("农行", 1000) })).Expect(HttpStatusCode.OK)
            .Json.AsArray().Count.ShouldBe(1000);
        foreach (object body in new object[]
        {
            new { texts = Enumerable.Repeat("农行", 1001) }, new { texts = Array.Empty<string>() }, new { }, new { texts = new string?[] { null } },
            new { texts = new[] { new string('农', 2001) } }, new { texts = Enumerable.Repeat(new string('天', 2000), 101) },
        })
        {
            var refused = (await client.Post("screening/check", body)).Expect(HttpStatusCode.BadRequest);
            ((string)refused["breaches"][0]!["message"]!).ShouldContain("名称");
        }
    }

    [Fact]
    public async Task An_empty_text_among_others_has_no_hits_and_refuses_none_of_them()
    {
        using var client = await app.AsClient();
        var answer = (await client.Post("screening/check", new { texts = new[] { "农行", "", " ", "小农行" } })).Expect(HttpStatusCode.OK).Json.AsArray();
        answer.Select(t => (string)t!["text"]!).ShouldBe(["农行", "", " ", "小农行"]);
        answer.Select(t => t!["hits"]!.AsArray().Count).ShouldBe([1, 0, 0, 1]);
        (await client.Post("screening/check", new { texts = Enumerable.Repeat(new string('天', 2000), 100) })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_text_of_nothing_but_terms_costs_a_script_no_sentences()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var shelf = scope.ServiceProvider.GetRequiredService<VocabularyShelf>();
        var handler = new CheckTexts.Handler(shelf, new ScreeningSettings());
        var text = string.Concat(Enumerable.Repeat("农行", 1000));
        static long Allocated(Action work)
        {
            work();
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
        int Breaches(AccountKind? kind) => handler.Handle(new([text], kind), default).GetAwaiter().GetResult().Value[0].Breaches.Count;
        Breaches(AccountKind.OfficialAccount).ShouldBe(1000);
        Breaches(null).ShouldBe(0);
        (Allocated(() => Breaches(null)) - Allocated(() => shelf.Current.Screen(text))).ShouldBeLessThan(64 << 10, "a sentence for each hit is four times as much");
    }

    [Fact]
    [Trait("Rule", "R06-3"), Trait("Side", "Refuses")]
    public async Task The_page_marks_the_characters_and_says_what_was_seen_through_and_what_to_do()
    {
        var handler = await app.As("ZJ1001");
        var page = (await handler.PostForm("/screening/check", "/screening/check", ("Form.Text", "小王農\u200b行"), ("Form.Kind", "OfficialAccount")))
            .Expect(HttpStatusCode.OK).Text;
        page.ShouldContain("""小王<mark class="hit">農<small class="code-point">U+200B</small>行</mark>""");
        page.ShouldContain("R06-3");
        page.ShouldContain("第 3 至 5 个字");
        page.ShouldContain("插入不可见或组合字符、繁体或异体字");
        page.ShouldContain("8FB2");
        page.ShouldContain("含有本行字样，不得使用");
        page.ShouldContain("请员工把名称改为不含本行字样的");
    }

    [Fact]
    [Trait("Rule", "R06-3"), Trait("Side", "Accepts")]
    public async Task The_page_says_when_there_is_nothing_and_keeps_what_was_typed_when_it_refuses()
    {
        var outlet = await app.As("XX1001");
        var clean = (await outlet.PostForm("/screening/check", "/screening/check", ("Form.Text", "西湖边的小曹"), ("Form.Kind", "Personal"))).Expect(HttpStatusCode.OK);
        clean.Text.ShouldContain("未发现本行字样");
        clean.Text.ShouldContain("value=\"西湖边的小曹\"");
        var advice = await outlet.PostForm("/screening/check", "/screening/check", ("Form.Text", "农行小曹"), ("Form.Kind", "Personal"));
        advice.Text.ShouldContain("提示，请人工核对");
        var empty = await outlet.PostForm("/screening/check", "/screening/check", ("Form.Text", " "), ("Form.Kind", "Personal"));
        empty.Expect(HttpStatusCode.BadRequest).Text.ShouldContain("名称不能为空");
    }
}
