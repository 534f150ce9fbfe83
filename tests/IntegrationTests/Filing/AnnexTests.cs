using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Audit;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>Annex 1 as a Word document.</summary>
public sealed class AnnexTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Fact]
    public async Task The_document_holds_parts_A_to_G_with_the_opinions_and_is_a_download()
    {
        var handler = await app.As("ZJ1001");
        var (id, account) = await app.ApprovedAccount();
        (await handler.Record(account, "2026-11-23", "2027-11-23")).Expect(HttpStatusCode.OK);

        using var document = WordprocessingDocument.Open(new MemoryStream(await Bytes(id)), isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => e.Description).ShouldBeEmpty();
        var text = document.MainDocumentPart!.Document!.InnerText;
        foreach (var expected in (string[])["中国ⅩⅩ银行微信银行注册申请表", "ZC-2026-", "A　申请单位", "B　账号", "C　主体", "D　人员", "E　运营与安全", "F　意见",
            "G　批准后", "承诺书（2026年版）", "形象设计审核通过（依据《办法》第九条）", "浙江省分行办公室　吴敏", "总行审批同意（依据《办法》第七条）", "周立新", "2026年11月23日(周一) 09:30",
            "（盖章）", "gh_0123456789ab", "认证.png"])
        {
            text.ShouldContain(expected);
        }
        document.MainDocumentPart.ImageParts.Count().ShouldBe(1);

        var page = (await handler.Get($"/registration/applications/{id}/annex")).Expect(HttpStatusCode.OK).ContentHeaders;
        (page.ContentType!.MediaType, page.ContentDisposition!.DispositionType).ShouldBe((Word, "attachment"));
        (await app.WithDb(db => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == id && e.Title == "下载申请表"))).ShouldBe(2);
        (await handler.Get($"/registration/applications/{id}")).Text.ShouldContain($"/registration/applications/{id}/annex");
        (await handler.Get($"/registration/applications/{id}/print")).Text.ShouldContain($"/registration/applications/{id}/annex");
    }

    [Fact]
    public async Task A_draft_has_blanks_and_is_for_those_who_read_it()
    {
        var (id, version) = await app.CompleteDraft(await app.As("BJ1001"));
        var address = $"{Applications.Root}/{id}";
        (await (await app.As("BJ1001")).Patch(address, new { version, purposeText = "第一行\uFFFE" })).Expect(HttpStatusCode.BadRequest);
        (await (await app.As("BJ1001")).Patch(address, new { version, purposeText = "第一行\n第二行𠮷" })).Expect(HttpStatusCode.OK);
        using var document = WordprocessingDocument.Open(new MemoryStream(await Bytes(id)), isEditable: false);
        var text = document.MainDocumentPart!.Document!.InnerText;
        text.ShouldContain("（递交时编号）");
        text.ShouldContain("审核人签字：");
        text.ShouldContain("𠮷");
        (await (await app.As("SC1001")).Get($"{Applications.Root}/{id}/annex")).Expect(HttpStatusCode.NotFound);
        using var narrow = await app.AsClient("calendar.read");
        (await narrow.Get($"{Applications.Root}/{id}/annex")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    private async Task<byte[]> Bytes(Guid application)
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var token = await (await http.PostAsync("/connect/token", new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", "it-demo"), new("client_secret", "it-demo-secret"), new("scope", "registration.read"),
        ]))).Content.ReadFromJsonAsync<JsonObject>();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token!["access_token"]!);
        var answer = await http.GetAsync($"/api/v1/{Applications.Root}/{application}/annex");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(Word);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
