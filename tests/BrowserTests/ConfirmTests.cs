using System.Net;
using Microsoft.Playwright;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.BrowserTests;

/// <summary>Nobody is asked to confirm what will be refused for something missing: the portal's own refusal stands at the fields.</summary>
public sealed class ConfirmTests(BrowserApp browser) : IClassFixture<BrowserApp>
{
    [BrowserFact]
    public async Task A_form_with_empty_fields_is_refused_at_once_and_a_full_one_is_asked_about()
    {
        await using var desk = await browser.Desk("HQ1002");
        await desk.Page.GotoAsync("/plans/new");
        await desk.Page.Locator("#Form_Summary").FillAsync("打好的字");
        await Refused(desk, "发布规划", ("#field-title", "请填写规划名称"), ("#field-effectivefrom", "请填写生效日期"));
        (await desk.Page.Locator("#Form_Summary").InputValueAsync()).ShouldBe("打好的字");

        await desk.Page.Locator("#Form_Title").FillAsync("统一规划");
        await desk.Page.Locator("#Form_EffectiveFrom").FillAsync("2026-12-01");
        await AskedAndCancelled(desk, "发布规划");
        await desk.Confirm("发布规划");
        await desk.Arrives("/plans$");
    }

    [BrowserFact]
    public async Task What_is_missing_and_what_breaks_a_rule_come_in_one_round()
    {
        var handler = await browser.App.As("ZJ1001");
        var (id, _) = await browser.App.CompleteDraft(handler, planned: "2026-11-24");
        await using var desk = await browser.Desk("ZJ1001");
        await desk.Page.GotoAsync($"/registration/applications/{id}/edit");
        await desk.Page.Locator("#Form_Undertaking").UncheckAsync();
        await Refused(desk, "递交申请", ("#field-plannedregistrationdate", "R07-1"), ("#field-undertaking", "R07-2"));

        await desk.Page.Locator("#Form_Undertaking").CheckAsync();
        await AskedAndCancelled(desk, "递交申请");
        await desk.Confirm("递交申请");
        await desk.Says("#field-plannedregistrationdate", "R07-1");
        (await StateOf(handler, id)).ShouldBe("Draft");
        await handler.Post($"{Applications.Root}/{id}/discard", new { version = await VersionOf(handler, id) });
    }

    [BrowserFact]
    public async Task A_refusal_higher_than_the_window_is_read_from_its_heading_on()
    {
        var handler = await browser.App.As("HQ1001");
        var id = (Guid)(await handler.Post(Applications.Root, new { accountForm = "ServiceAccount" }))["id"];
        await using var desk = await browser.Desk("HQ1001");
        await desk.Page.GotoAsync($"/registration/applications/{id}/edit");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "递交申请" }).ClickAsync();
        await desk.Says(".breach-summary", "R07-2");
        await Assertions.Expect(desk.Page.Locator(".breach-summary h2")).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task What_was_added_in_another_window_meanwhile_is_not_submitted_without_being_asked()
    {
        var handler = await browser.App.As("ZJ1001");
        var (id, version) = await browser.App.CompleteDraft(handler);
        var avatar = (await handler.Get($"{Applications.Root}/{id}"))["files"].AsArray().Single(f => (string?)f!["slot"] == "avatar")!["id"];
        (await handler.Send(HttpMethod.Delete, $"{Applications.Root}/{id}/files/{avatar}?version={version}")).Expect(HttpStatusCode.OK);
        await using var desk = await browser.Desk("ZJ1001");
        await desk.Page.GotoAsync($"/registration/applications/{id}/edit");
        await handler.UploadTo(id, await VersionOf(handler, id), "avatar", TestFiles.Png(), "头像.png");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "递交申请" }).ClickAsync();
        await desk.Sees("预检通过");
        (await StateOf(handler, id)).ShouldBe("Draft");
        await AskedAndCancelled(desk, "递交申请");
        await handler.Post($"{Applications.Root}/{id}/discard", new { version = await VersionOf(handler, id) });
    }

    [BrowserFact]
    public async Task A_review_and_a_decision_are_asked_about_only_with_their_reasons()
    {
        var handler = await browser.App.As("ZJ1001");
        var (id, version) = await browser.App.CompleteDraft(handler);
        await handler.Submit(id, version);
        await using (var office = await browser.Desk("ZJ2001"))
        {
            var reviews = await (await browser.App.As("ZJ2001")).Get("reviews?state=Pending&pageSize=100");
            var review = reviews["items"].AsArray().Single(r => (Guid)r!["subjectId"]! == id)!["id"];
            await office.Page.GotoAsync($"/reviews/{review}");
            await office.Page.Locator("#Form_Elements_0__no").CheckAsync();
            await office.Page.Locator("#Form_Elements_1__yes").CheckAsync();
            await Refused(office, "提交审核结论", (".vi-card:nth-child(3)", "尚未审核"), (".vi-card:nth-child(1)", "没有写明理由"));
            await office.Page.Locator("#Form_Elements_2__yes").CheckAsync();
            await Refused(office, "提交审核结论", (".vi-card:nth-child(1) .reason", "没有写明理由"));
            await office.Page.Locator("#Form_Elements_0__reason").FillAsync("头像四角被裁切。");
            await AskedAndCancelled(office, "提交审核结论");
            await office.Page.Locator("#Form_Elements_0__reason").FillAsync("");
            await office.Page.Locator("#Form_Elements_0__yes").CheckAsync();
            await AskedAndCancelled(office, "提交审核结论");
        }
        (await (await browser.App.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);

        await using var head = await browser.Desk("HQ1002");
        await head.Page.GotoAsync($"/registration/applications/{id}/approval");
        await Refused(head, "不同意", ("#field-opinion", "不同意须写明理由"));
        await Refused(head, "退回", ("#field-opinion", "退回须指出要修改的地方"));
        await AskedAndCancelled(head, "同意");
        await head.Page.Locator("details.say summary").First.ClickAsync();
        await head.Page.Locator("details.say textarea").First.FillAsync("请改期。");
        await AskedAndCancelled(head, "退回");
        await Refused(head, "不同意", ("#field-opinion", "不同意须写明理由"));
        (await head.Page.Locator("details.say textarea").First.InputValueAsync()).ShouldBe("请改期。");
        await head.Page.Locator("#Form_Opinion").FillAsync("与现有账号重复。");
        await AskedAndCancelled(head, "不同意");
        (await StateOf(handler, id)).ShouldBe("InApproval");
        await head.Page.Locator("details.say textarea").First.FillAsync("");
        await head.Confirm("不同意");
        await head.Arrives("/inbox$");
        (await StateOf(handler, id)).ShouldBe("Rejected");
    }

    [BrowserFact]
    public async Task A_button_that_sends_no_form_asks_whatever_else_is_empty()
    {
        var handler = await browser.App.As("ZJ1001");
        var id = (Guid)(await handler.Post(Applications.Root, new { accountForm = "SubscriptionAccount" }))["id"];
        await handler.UploadTo(id, 1, "avatar", TestFiles.Png(), "头像.png");
        await using var desk = await browser.Desk("ZJ1001");
        await desk.Page.GotoAsync($"/registration/applications/{id}/edit");
        await AskedAndCancelled(desk, "删除头像 头像.png");
        await handler.Post($"{Applications.Root}/{id}/discard", new { version = await VersionOf(handler, id) });
    }

    /// <summary>Presses the button: no dialog, no bubble of the browser, and the refusal at each of the fields.</summary>
    private static async Task Refused(Desk desk, string button, params (string Place, string Words)[] refusals)
    {
        var answer = await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync(),
            response => response.Request.Method == "POST" && !response.Url.Contains("Autosave", StringComparison.Ordinal));
        await answer.FinishedAsync();
        foreach (var (place, words) in refusals)
        {
            await desk.Says(place, words);
        }
        (await desk.Page.Locator("dialog").CountAsync()).ShouldBe(0);
    }

    /// <summary>Presses the button and cancels in its dialog: nothing is sent.</summary>
    private static async Task AskedAndCancelled(Desk desk, string button)
    {
        var sent = new List<string>();
        void Note(object? sender, IRequest request)
        {
            if (request.Method == "POST" && !request.Url.Contains("Autosave", StringComparison.Ordinal))
            {
                sent.Add(request.Url);
            }
        }
        desk.Page.Request += Note;
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        var dialog = desk.Page.Locator("dialog.ask[open]");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "取消" }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await desk.Page.WaitForTimeoutAsync(200);
        desk.Page.Request -= Note;
        sent.ShouldBeEmpty();
    }

    private static async Task<string?> StateOf(GovClient person, Guid id) => (string?)(await person.Get($"{Applications.Root}/{id}"))["state"];

    private static async Task<int> VersionOf(GovClient person, Guid id) => (int)(await person.Get($"{Applications.Root}/{id}"))["version"];
}
