using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Ledger;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>What ends an application or an approval gives its name back; what only looks writes nothing.</summary>
public sealed class GivenBackTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    [Trait("Rule", "R07-7"), Trait("Side", "Refuses")]
    public async Task Article07_A_revoked_approval_gives_its_name_back_to_the_branch()
    {
        var account = await Approved("ZJ1001", "ZJ2001", "HQ1002");
        var plan = await _app.UnifiedPlan();
        var head = await _app.As("HQ1003");
        (await head.Post($"ledger/accounts/{account}/revocation", new { version = 1, reason = "尚未到期。" })).Expect(HttpStatusCode.Conflict);
        _app.Clock.Set(new DateTime(2026, 12, 24, 9, 0, 0));
        var (handler, approver) = (await Again("ZJ1001"), await Again("HQ1003"));
        (await approver.Post($"ledger/accounts/{account}/revocation", new { version = 1 })).Expect(HttpStatusCode.BadRequest);
        (await handler.Post($"ledger/accounts/{account}/revocation", new { version = 1, reason = "不办了。" })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R07-7"]);
        (await Submit(handler)).Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R06-2"]);

        (await approver.Post($"ledger/accounts/{account}/revocation", new { version = 1, reason = "逾期未认证。" })).Expect(HttpStatusCode.OK);
        var revoked = await approver.Get($"ledger/accounts/{account}");
        ((string?)revoked["state"], (string?)revoked["revocationReason"]).ShouldBe(("Revoked", "逾期未认证。"));
        (await Submit(handler)).Expect(HttpStatusCode.OK);

        async Task<Answer> Submit(GovClient person)
        {
            var (id, version) = await person.CompleteDraft(plan, "SubscriptionAccount", null, "2027-01-20");
            return await person.Post($"{Applications.Root}/{id}/submit", new { version });
        }
    }

    [Fact]
    public async Task Discarding_ends_a_draft_and_a_returned_application_which_gives_its_name_back()
    {
        var handler = await _app.As("BJ1001");
        var draft = (await handler.Post(Applications.Root, new { accountForm = "SubscriptionAccount" })).Expect(HttpStatusCode.Created);
        await Discard((Guid)draft["id"], 1);

        var (id, version) = await _app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await handler.Post($"{Applications.Root}/{id}/discard", new { version = version + 1 })).Expect(HttpStatusCode.Conflict);
        (await (await _app.As("BJ2001")).Judge(id, "Avatar")).Expect(HttpStatusCode.OK);
        (await Claims(id)).ShouldBe(2);
        await Discard(id, (int)(await handler.Get($"{Applications.Root}/{id}"))["version"]);
        (await Claims(id)).ShouldBe(0);

        async Task Discard(Guid which, int at)
        {
            (await handler.Post($"{Applications.Root}/{which}/discard", new { version = at + 7 })).Expect(HttpStatusCode.Conflict);
            var after = (int)(await handler.Post($"{Applications.Root}/{which}/discard", new { version = at })).Expect(HttpStatusCode.OK)["version"];
            ((string?)(await handler.Get($"{Applications.Root}/{which}"))["state"]).ShouldBe("Discarded");
            (await handler.Patch($"{Applications.Root}/{which}", new { version = after, introduction = "再改。" })).Expect(HttpStatusCode.Conflict);
            (await handler.Get($"/registration/applications/{which}/edit")).Expect(HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task A_double_click_on_submit_leads_to_the_application_that_the_first_click_submitted()
    {
        var handler = await _app.As("SC1001");
        var (id, _) = await _app.CompleteDraft(handler);
        var page = $"/registration/applications/{id}/edit";
        var html = (await handler.Get(page)).Text;
        // Everything that the page carries, as a browser sends it back, twice.
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => handler.Send(HttpMethod.Post, page + "?handler=Submit", AsFilledIn(html))));
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.SeeOther && a.Headers.Location!.ToString() == $"/registration/applications/{id}");
        var third = await handler.Send(HttpMethod.Post, page + "?handler=Submit", AsFilledIn(html));
        third.Expect(HttpStatusCode.SeeOther);
        ((int)(await handler.Get($"{Applications.Root}/{id}"))["round"]).ShouldBe(1);
    }

    [Fact]
    public async Task A_precheck_writes_nothing()
    {
        var handler = await _app.As("NB1001");
        var empty = (Guid)(await handler.Post(Applications.Root, new { accountForm = "SubscriptionAccount" })).Expect(HttpStatusCode.Created)["id"];
        var (complete, _) = await _app.CompleteDraft(handler);
        foreach (var (id, passes) in new[] { (empty, false), (complete, true) })
        {
            var before = await Written();
            ((bool)(await handler.Post($"{Applications.Root}/{id}/precheck")).Expect(HttpStatusCode.OK)["wouldPass"]).ShouldBe(passes);
            (await Written()).ShouldBe(before);
            (await Claims(id)).ShouldBe(0);
            ((string?)(await handler.Get($"{Applications.Root}/{id}"))["state"]).ShouldBe("Draft");
        }

        Task<(int, int, int)> Written() => _app.WithDb(async db => (
            await db.Set<AuditEntry>().CountAsync(), await db.Set<RegistrationApplication>().SumAsync(a => a.Version), await db.Set<NameClaim>().CountAsync()));
    }

    [Fact]
    public async Task Article07_A_new_arrangement_of_days_off_moves_an_open_deadline_and_never_undoes_a_lapse()
    {
        var moved = await Approved("ZJ1001", "ZJ2001", "HQ1002");
        ((string?)(await (await _app.As("HQ1002")).Get($"ledger/accounts/{moved}"))["verificationDue"]).ShouldBe("2026-12-23");
        await Import("""{"year":2026,"daysOff":{"2026-12-23":"调休"},"workedWeekendDays":{}}""");
        var account = await (await _app.As("HQ1002")).Get($"ledger/accounts/{moved}");
        ((string?)account["verificationDue"], (int)account["version"]).ShouldBe(("2026-12-24", 2));

        _app.Clock.Set(new DateTime(2026, 12, 25, 9, 0, 0));
        await Import("""{"year":2026,"daysOff":{"2026-12-24":"调休","2026-12-25":"调休"},"workedWeekendDays":{}}""");
        var lapsed = await (await Again("HQ1002")).Get($"ledger/accounts/{moved}");
        ((string?)lapsed["verificationDue"], (string?)lapsed["state"]).ShouldBe(("2026-12-24", "VerificationLapsed"));
    }

    private async Task Import(string years)
    {
        var administrator = await Again("HQ9101");
        var uploaded = await administrator.Upload("/organisation/calendar/import", "Upload", Encoding.UTF8.GetBytes(years), "2026.json");
        var preview = uploaded.Expect(HttpStatusCode.SeeOther).Headers.Location!.ToString();
        var seal = Regex.Match((await administrator.Get(preview)).Expect(HttpStatusCode.OK).Text, "name=\"seal\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
        (await administrator.Send(HttpMethod.Post, preview, new FormUrlEncodedContent([new("seal", WebUtility.HtmlDecode(seal)), new("Source", "国办通知")])))
            .Expect(HttpStatusCode.SeeOther);
    }

    private async Task<Guid> Approved(string handler, string office, string head)
    {
        var applicant = await _app.As(handler);
        var (id, version) = await _app.CompleteDraft(applicant);
        await applicant.Submit(id, version);
        (await (await _app.As(office)).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await _app.As(head)).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        return await _app.WithDb(db => db.Set<WeChatAccount>().Where(a => a.ApplicationId == id).Select(a => a.Id).SingleAsync());
    }

    private Task<int> Claims(Guid application) => _app.WithDb(db => db.Set<NameClaim>().CountAsync(c => c.ApplicationId == application));

    private async Task<GovClient> Again(string employeeNumber)
    {
        var client = new GovClient(_app.Address);
        await client.SignIn(employeeNumber);
        return client;
    }

    private static MultipartFormDataContent AsFilledIn(string html)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in FilledForm.Of(html))
        {
            form.Add(new StringContent(value), name);
        }
        return form;
    }
}
