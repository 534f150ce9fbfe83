using System.Net;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>What is saved to a desktop is an entry of the audit trail; what shows in a page is not.</summary>
public sealed class DownloadTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task A_picture_that_is_saved_is_an_entry_and_one_that_shows_is_not()
    {
        var handler = await app.As("BJ1001");
        var (id, _) = await app.CompleteDraft(handler);
        var file = (await handler.Get($"{Applications.Root}/{id}"))["files"].AsArray().First(f => (string?)f!["slot"] == "avatar")!;
        var href = (string)file["href"]!;

        var shown = (await handler.Get(href)).Expect(HttpStatusCode.OK);
        shown.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("inline");
        (await Downloads(id)).ShouldBe(0);

        (await handler.Get($"/registration/applications/{id}")).Text.ShouldContain($"href=\"{href}?download=true\"");
        var saved = (await handler.Get(href + "?download=true")).Expect(HttpStatusCode.OK);
        saved.ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await Downloads(id)).ShouldBe(1);

        (await handler.Get($"{Applications.Root}/{id}/files/{file["id"]}")).Expect(HttpStatusCode.OK)
            .ContentHeaders.ContentDisposition!.DispositionType.ShouldBe("attachment");
        (await Downloads(id)).ShouldBe(2);
    }

    private Task<int> Downloads(Guid application) =>
        app.WithDb(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == application && e.Title == "下载申请文件"));
}
