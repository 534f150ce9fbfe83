using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>A slow review: the head office sees that little time is left, and may approve all the same (R07-1).</summary>
public sealed class LeadTimeAdviceTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    [Trait("Rule", "R07-1")]
    [Trait("Side", "Accepts")]
    public async Task Article07_The_lead_time_is_counted_again_from_the_day_on_which_the_item_reached_the_head_office()
    {
        const string Advice = "送达总行是2026年11月30日(周一)";
        var handler = await _app.As("ZJ1001");
        var (id, version) = await _app.CompleteDraft(handler);
        await handler.Submit(id, version);
        var (soon, soonVersion) = await _app.CompleteDraft(await _app.As("BJ1001"));
        await (await _app.As("BJ1001")).Submit(soon, soonVersion);
        (await (await _app.As("BJ2001")).Judge(soon)).Expect(HttpStatusCode.OK);

        _app.Clock.Set(new DateTime(2026, 11, 30, 10, 0, 0));
        using var reviewer = await _app.Again("ZJ2001");
        using var head = await _app.Again("HQ1002");
        (await reviewer.Judge(id)).Expect(HttpStatusCode.OK);

        (await head.Get($"/registration/applications/{id}/approval")).Expect(HttpStatusCode.OK).Text.ShouldContain(Advice);
        (await head.Get($"/registration/applications/{soon}/approval")).Expect(HttpStatusCode.OK).Text.ShouldNotContain("送达总行是");
        (await head.Decide(id, "Approve")).Expect(HttpStatusCode.OK);
    }
}
