using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>What the grounds of a decision show to whom.</summary>
public sealed class ApprovalFileTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task Similar_names_under_way_elsewhere_are_shown_to_those_who_see_all_institutions_only()
    {
        var head = await app.As("HQ1001");
        var (other, otherVersion) = await app.CompleteDraft(head, "ServiceAccount", "中国ⅩⅩ银行浙江生活");
        var otherNumber = await head.Submit(other, otherVersion);
        var handler = await app.As("ZJ1001");
        var (id, version) = await app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await app.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);

        foreach (var person in (string[])["HQ1002", "HQ9001"])
        {
            (await (await app.As(person)).Get($"/registration/applications/{id}/approval")).Expect(HttpStatusCode.OK).Text
                .ShouldContain(otherNumber, customMessage: person);
        }
        foreach (var person in (string[])["ZJ1001", "ZJ2001", "ZJ1003"])
        {
            var page = (await (await app.As(person)).Get($"/registration/applications/{id}/approval")).Expect(HttpStatusCode.OK).Text;
            page.ShouldNotContain(otherNumber, customMessage: person);
            page.ShouldNotContain("相近名称", customMessage: person);
        }
    }
}
