using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>承诺书: the version of the text that was ticked is recorded; the print says it, and on what the opinions rest.</summary>
public sealed class UndertakingTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task The_version_of_the_text_is_the_portals_to_record()
    {
        var handler = await app.As("SC1001");
        var (id, version) = await app.CompleteDraft(handler);
        ((string?)(await handler.Get($"{Applications.Root}/{id}"))["form"]["undertakingVersion"]).ShouldBe("2026年版");

        version = (int)(await handler.Patch($"{Applications.Root}/{id}", new { version, undertaking = false, undertakingVersion = "另一版" }))
            .Expect(HttpStatusCode.OK)["version"];
        (await handler.Get($"{Applications.Root}/{id}"))["form"].AsObject()["undertakingVersion"].ShouldBeNull();
        await handler.Patch($"{Applications.Root}/{id}", new { version, undertaking = true, undertakingVersion = "另一版" });
        ((string?)(await handler.Get($"{Applications.Root}/{id}"))["form"]["undertakingVersion"]).ShouldBe("2026年版");
        (await handler.Get($"/registration/applications/{id}")).Text.ShouldContain("已承诺（2026年版）");
    }

    [Fact]
    public async Task The_print_says_which_text_was_ticked_and_on_which_article_an_opinion_rests()
    {
        var (id, _) = await app.ApprovedAccount();
        var print = (await (await app.As("ZJ1001")).Get($"/registration/applications/{id}/print")).Expect(HttpStatusCode.OK).Text;
        print.ShouldContain("承诺书（2026年版）");
        print.ShouldContain("（依据《办法》第九条）");
        print.ShouldContain("（依据《办法》第七条）");
    }
}
