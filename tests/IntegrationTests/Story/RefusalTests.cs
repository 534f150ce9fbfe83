using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;

namespace WeChatBankGov.IntegrationTests.Story;

/// <summary>What is refused, to whom, with which code, and what the audit trail keeps of it.</summary>
public sealed class RefusalTests(GovApp app) : IClassFixture<GovApp>
{
    [Theory]
    [InlineData("XH1001", "支行")]
    [InlineData("XX1001", "营业网点")]
    [Trait("Rule", "R05-3")]
    [Trait("Side", "Refuses")]
    public async Task Article05_Lower_units_are_refused_at_the_start_of_a_subscription_application(string person, string level)
    {
        var answer = await (await app.As(person)).Post(Applications.Root, new { accountForm = "SubscriptionAccount" });
        answer.Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R05-3"]);
        answer.Text.ShouldContain(level);
        ((int)answer["breaches"][0]!["article"]!).ShouldBe(5);
    }

    [Fact]
    [Trait("Rule", "R05-3")]
    [Trait("Side", "Accepts")]
    public async Task Article05_Lower_units_may_start_a_service_account() =>
        (await (await app.As("XH1001")).Post(Applications.Root, new { accountForm = "ServiceAccount" })).Expect(HttpStatusCode.Created);

    [Fact]
    [Trait("Rule", "R02-1")]
    [Trait("Side", "Refuses")]
    public async Task Article02_A_third_form_is_refused() =>
        (await (await app.As("ZJ1001")).Post(Applications.Root, new { })).Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R02-1"]);

    [Fact]
    [Trait("Rule", "R06-2")]
    [Trait("Side", "Refuses")]
    public async Task Article06_A_branch_whose_place_name_is_unsettled_is_refused_at_the_start()
    {
        var answer = await (await app.As("JL1001")).Post(Applications.Root, new { accountForm = "SubscriptionAccount" });
        answer.Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldBe(["R06-2"]);
    }

    [Fact]
    public async Task A_colleague_of_another_branch_hears_not_found_and_the_trail_keeps_the_code()
    {
        var (id, version) = await app.CompleteDraft(await app.As("SC1001"));
        var stranger = await app.As("GD1001");
        (await stranger.Get($"{Applications.Root}/{id}")).Expect(HttpStatusCode.NotFound).Codes.ShouldBeEmpty();
        (await stranger.Post($"{Applications.Root}/{id}/submit", new { version })).Expect(HttpStatusCode.NotFound);
        (await (await app.As("GD2001")).Post($"{Applications.Root}/{id}/submit", new { version })).Expect(HttpStatusCode.NotFound).Codes.ShouldBeEmpty();

        // Looking is an attempt, too; at what isn't there, it is none.
        var nothing = Guid.NewGuid();
        (await stranger.Get($"{Applications.Root}/{nothing}")).Expect(HttpStatusCode.NotFound);
        var looked = await app.WithDb(db => db.Set<AuditEntry>().AsNoTracking().Where(e => e.SubjectId == id && e.Action == "ReadApplication").SingleAsync());
        (looked.PersonName, looked.Codes, looked.Result).ShouldBe(("黄志强", "R10-1", AuditResult.Refused));
        (await app.WithDb(db => db.Set<AuditEntry>().AnyAsync(e => e.SubjectId == nothing))).ShouldBeFalse();

        // Both heard the same; the trail knows what they may not do: one another branch's, one anything at all.
        var entries = await app.WithDb(db => db.Set<AuditEntry>().AsNoTracking().Include(e => e.RefusedBy)
            .Where(e => e.SubjectId == id && e.Action == "SubmitApplication").ToListAsync());
        entries.ShouldAllBe(e => e.Result == AuditResult.Refused);
        entries.Select(e => (e.PersonName, e.Codes)).ShouldBe([("黄志强", "R10-1"), ("梁美玲", "R10-1")], ignoreOrder: true);
        entries.Single(e => e.PersonName == "梁美玲").RefusedBy.Select(c => c.Code).ShouldBe(["R10-1"]);
    }

    [Fact]
    [Trait("Rule", "R10-1")]
    [Trait("Side", "Refuses")]
    public async Task Article10_A_tier_1_branch_reads_its_tier_2_branchs_application_and_writes_nothing()
    {
        var (id, version) = await app.CompleteDraft(await app.As("HZ1001"));
        var parent = await app.As("ZJ1001");
        (await parent.Get($"{Applications.Root}/{id}")).Expect(HttpStatusCode.OK);
        (await parent.Post($"{Applications.Root}/{id}/submit", new { version })).Expect(HttpStatusCode.Forbidden).Codes.ShouldBe(["R10-1"]);
    }

    [Fact]
    [Trait("Rule", "R07-3")]
    [Trait("Side", "Refuses")]
    public async Task Article07_An_auditor_sees_everything_and_decides_nothing()
    {
        var (handler, auditor) = (await app.As("SH1001"), await app.As("HQ9001"));
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await auditor.Get($"{Applications.Root}/{id}")).Expect(HttpStatusCode.OK);
        (await auditor.Post($"{Applications.Root}/{id}/withdraw", new { version = version + 1 })).Expect(HttpStatusCode.Forbidden);

        (await (await app.As("SH2001")).Judge(id)).Expect(HttpStatusCode.OK);
        var (approval, at) = await auditor.PendingApproval(id);
        var refused = await auditor.Post($"approvals/{approval}/decision", new { version = at, verdict = "Approve" });
        refused.Expect(HttpStatusCode.Forbidden).Codes.ShouldContain("R07-3");
        (await handler.Post($"{Applications.Root}/{id}/withdraw", new { version = version + 2 })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_is_sent_to_the_sign_in_page_by_the_api()
    {
        using var nobody = app.Anonymous();
        (await nobody.Get(Applications.Root)).Expect(HttpStatusCode.Unauthorized);
        (await nobody.Post(Applications.Root, new { accountForm = "ServiceAccount" })).Expect(HttpStatusCode.Unauthorized);
        (await nobody.Get("/registration/applications")).Expect(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_client_reads_with_its_scope_and_never_writes()
    {
        using var script = await app.AsClient();
        (await script.Get(Applications.Root)).Expect(HttpStatusCode.OK);
        (await script.Post(Applications.Root, new { accountForm = "ServiceAccount" })).Expect(HttpStatusCode.Forbidden);
        using var narrow = await app.AsClient("calendar.read");
        (await narrow.Get(Applications.Root)).Expect(HttpStatusCode.Forbidden);
    }
}
