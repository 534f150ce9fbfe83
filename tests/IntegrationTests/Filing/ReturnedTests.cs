using System.Globalization;
using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>A returned application can always be mended: by what the return opened, and by what no longer holds.</summary>
public sealed class ReturnedTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task A_plan_repealed_while_it_is_returned_can_be_chosen_anew()
    {
        var handler = await app.As("SH1001");
        var (id, version) = await Returned("SH1001", "SH2001", new { field = "introduction", comment = "请写明服务时间。" });
        await RepealEverything();
        var plan = await app.UnifiedPlan();

        (await handler.Post($"{Applications.Root}/{id}/submit", new { version })).Expect(HttpStatusCode.UnprocessableEntity)
            .Codes.ShouldBe(["R03-1"]);
        (await handler.Patch($"{Applications.Root}/{id}", new { version, justification = "换一个理由。" })).Expect(HttpStatusCode.Conflict);
        version = (int)(await handler.Patch($"{Applications.Root}/{id}", new { version, planId = plan })).Expect(HttpStatusCode.OK)["version"];

        // Mended, it may still be changed once more.
        version = (int)(await handler.Patch($"{Applications.Root}/{id}", new { version, planId = (Guid?)null })).Expect(HttpStatusCode.OK)["version"];
        version = (int)(await handler.Patch($"{Applications.Root}/{id}", new { version, planId = plan })).Expect(HttpStatusCode.OK)["version"];
        await handler.Submit(id, version);
    }

    [Fact]
    public async Task The_form_shows_what_no_longer_holds_as_open()
    {
        var handler = await app.As("GD1001");
        var (id, _) = await Returned("GD1001", "GD2001", new { field = "introduction", comment = "请写明服务时间。" });
        (await handler.Get($"/registration/applications/{id}/edit")).Expect(HttpStatusCode.OK).Text.ShouldNotContain("href=\"#field-planid\">规划依据</a>");
        await RepealEverything();
        var opened = (await handler.Get($"/registration/applications/{id}/edit")).Expect(HttpStatusCode.OK).Text;
        foreach (var link in (string[])["#field-introduction\">功能介绍", "#field-plannedregistrationdate\">计划注册日期", "#field-planid\">规划依据"])
        {
            opened.ShouldContain(link);
        }
    }

    [Fact]
    public async Task An_opinion_on_the_whole_opens_the_whole()
    {
        var handler = await app.As("JS1001");
        var (id, version) = await Returned("JS1001", "JS2001");
        (await WaitsFor(handler, id)).ShouldBe("按退回意见修改");
        var patched = await handler.Patch($"{Applications.Root}/{id}", new { version, justification = "补充：本地客户三十万人，网点一百二十家，每周发布两次，留言一个工作日内答复。" });
        await handler.Submit(id, (int)patched.Expect(HttpStatusCode.OK)["version"]);
        (await WaitsFor(handler, id)).ShouldBeNull();
    }

    /// <summary>The step that stands in the person's inbox for that application; null when none does.</summary>
    private static async Task<string?> WaitsFor(GovClient person, Guid id) =>
        (string?)(await person.Get("work-items?pageSize=100")).Expect(HttpStatusCode.OK)["items"].AsArray()
            .SingleOrDefault(i => (Guid)i!["subjectId"]! == id)?["step"];

    private async Task<(Guid Id, int Version)> Returned(string handlerNumber, string reviewer, params object[] comments)
    {
        var handler = await app.As(handlerNumber);
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await app.As(reviewer)).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await app.As("HQ1002")).Decide(id, "Return", "请补充说明。", comments)).Expect(HttpStatusCode.OK);
        (await handler.Get($"/registration/applications/{id}/edit")).Text.ShouldContain("<blockquote class=\"mb-0\">请补充说明。");
        return (id, (int)(await handler.Get($"{Applications.Root}/{id}"))["version"]);
    }

    private async Task RepealEverything()
    {
        var head = await app.As("HQ1002");
        foreach (var plan in (await head.Get("plans?kind=Unified&inForce=true"))["items"].AsArray())
        {
            (await head.Post(string.Create(CultureInfo.InvariantCulture, $"plans/{plan!["id"]}/repeal"), new { version = (int)plan["version"]! }))
                .Expect(HttpStatusCode.NoContent);
        }
    }
}
