using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Review;

/// <summary>形象设计审核 through the real pages and over REST.</summary>
public sealed class ReviewPageTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    [Trait("Rule", "R04-2")]
    [Trait("Side", "Refuses")]
    public async Task Article04_An_incomplete_judgement_comes_back_with_what_was_typed_and_a_complete_one_goes_on()
    {
        var office = await app.As("SC2001");
        var (_, review) = await Submitted("SC1001", office);
        var page = $"/reviews/{review}";

        var refused = await office.PostForm(page, page, Form(1, ("true", ""), ("false", ""), (null, "还没看完")));
        refused.Expect(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("名称判为不符合，但没有写明理由");
        refused.Text.ShouldContain("服务页面UI设计尚未审核");
        refused.Text.ShouldContain("还没看完</textarea>");
        refused.Text.ShouldContain("总体看法</textarea>");
        refused.Text.ShouldContain("id=\"field-elements-1-reason\"");

        var done = await office.PostForm(page, page, Form(1, ("true", ""), ("false", "名称与行徽组合间距不足"), ("true", "")));
        done.Expect(HttpStatusCode.SeeOther).Headers.Location!.OriginalString.ShouldBe(page);
        var shown = (await office.Get(page)).Expect(HttpStatusCode.OK);
        shown.Text.ShouldContain("已退回申请机构");
        shown.Text.ShouldContain("名称与行徽组合间距不足");
        shown.Text.ShouldNotContain("提交审核结论");
    }

    [Fact]
    public async Task Somebody_who_comes_late_reads_who_was_first_and_finds_what_they_typed()
    {
        var office = await app.As("GD2001");
        var (_, review) = await Submitted("GD1001", office);
        var (page, path) = ($"/reviews/{review}", $"reviews/{review}/judgement");
        var all = new[] { "Avatar", "Name", "ServicePageDesign" }.Select(element => new { element, conforms = true }).ToList();
        (await office.Post(path, new { version = 9, elements = all })).Expect(HttpStatusCode.Conflict);

        var answer = await office.PostFormAfter(page, page, () => office.Post(path, new { version = 1, elements = all }),
            Form(1, ("false", "行徽变形"), ("true", ""), ("true", "")));

        answer.Expect(HttpStatusCode.Conflict);
        answer.Text.ShouldContain("梁美玲已于2026年11月23日(周一) 09:30作出“通过”的审核结论");
        answer.Text.ShouldContain("您填写但没有提交的内容");
        answer.Text.ShouldContain("行徽变形");
    }

    [Fact]
    [Trait("Rule", "R09-2")]
    [Trait("Side", "Refuses")]
    public async Task Article09_Who_sees_it_reads_why_they_may_not_judge_and_the_others_find_nothing()
    {
        var (_, review) = await Submitted("SH1001", await app.As("SH2001"));
        var page = $"/reviews/{review}";
        var head = await app.As("HQ1002");

        var seen = (await head.Get(page)).Expect(HttpStatusCode.OK);
        seen.Text.ShouldContain("R09-2");
        seen.Text.ShouldContain("上海市分行办公室审核");
        seen.Text.ShouldNotContain("提交审核结论");
        (await head.Post($"reviews/{review}/judgement", new { version = 1 })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R09-2"]);

        foreach (var stranger in (string[])["BJ2001", "HQ2001", "BJ1001", "HQ9101"])
        {
            (await (await app.As(stranger)).Post($"reviews/{review}/judgement", new { version = 1 }))
                .Expect(HttpStatusCode.NotFound).Codes.ShouldBeEmpty(stranger);
            (await (await app.As(stranger)).Get(page)).Expect(HttpStatusCode.NotFound);
        }
        using var script = await app.AsClient("reviews.read");
        (await script.Get($"reviews/{review}")).Expect(HttpStatusCode.OK);
        (await script.Post($"reviews/{review}/judgement", new { version = 1 })).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_list_is_filtered_and_says_when_nothing_is_there()
    {
        var office = await app.As("NB2001");
        (await office.Get("/reviews?state=failed&q=没有这样的事项")).Expect(HttpStatusCode.OK).Text.ShouldContain("没有符合条件的审核");
        (await office.Get("/reviews?p=99&sort=-finished&state=nonsense")).Expect(HttpStatusCode.OK);
        (await office.Get("reviews?state=Nonsense")).Expect(HttpStatusCode.BadRequest);
    }

    private async Task<(Guid Application, Guid Review)> Submitted(string handler, GovClient office)
    {
        var client = await app.As(handler);
        var (id, version) = await app.CompleteDraft(client);
        await client.Submit(id, version);
        var review = (await office.Get("reviews?state=Pending&pageSize=100"))["items"].AsArray()
            .Single(r => (Guid)r!["subjectId"]! == id)!;
        return (id, (Guid)review["id"]!);
    }

    private static (string, string)[] Form(int version, params (string? Conforms, string Reason)[] elements) =>
    [
        ("Form.Version", version.ToString()), ("Form.Opinion", "总体看法"),
        .. elements.Zip(["Avatar", "Name", "ServicePageDesign"]).Index().SelectMany(e => new[]
        {
            ($"Form.Elements[{e.Index}].Element", e.Item.Second),
            ($"Form.Elements[{e.Index}].Conforms", e.Item.First.Conforms ?? ""),
            ($"Form.Elements[{e.Index}].Reason", e.Item.First.Reason),
        }),
    ];
}
