using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel.Files;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.IntegrationTests.Forms;

/// <summary>
/// What people and attackers type into annex 1: a Chinese sentence at its field, on the page and over REST alike; what was typed is
/// in the page again, and nothing of it is stored.
/// </summary>
public sealed class BadInputTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Good = "内容类别另有一段话，不能丢。";

    /// <summary>The field as the API spells it, what is typed, what is said about it over REST, and on the page where that differs.</summary>
    public static TheoryData<string, string, string, string?> Texts => new()
    {
        { "introduction", new string('长', 301), "功能介绍最多 300 个字符，现有 301 个。", null },
        { "justification", new string('长', 2001), "设立必要性最多 2000 个字符", null },
        { "registeredAddress", new string('长', 201), "注册地最多 200 个字符", null },
        { "plannedRegistrationDate", "后天", "字段 plannedRegistrationDate 的值不对：应为日期，例如 2026-11-26。", "“后天”不是有效的日期，请写作 2026-11-26 的样式。" },
        { "plannedRegistrationDate", "0001-01-01", "计划注册日期 0001-01-01 不是合理的日期", null },
        { "plannedRegistrationDate", "9999-12-31", "计划注册日期 9999-12-31 不是合理的日期", null },
        { "planId", "规划", "字段 planId 的值不对：应为记录的 ID", "“规划”不是有效的值。" },
        { "hostsTransactions", "也许", "字段 hostsTransactions 的值不对：应为 true 或 false。", "“也许”不是有效的值。" },
        { "subjectName", "<b>某银行</b>", "主体全称不能含有尖括号", null },
        { "sponsor.name", "沈😀", "分管领导姓名不能含有表情或图形符号“😀”", null },
        { "introduction", "\u202E行银", "功能介绍含有改变文字方向的隐藏字符（U+202E）", null },
        { "purposeText", "甲\u200F乙", "内容类别含有改变文字方向的隐藏字符（U+200F）", null },
        { "introduction", "甲\u0007乙", "功能介绍含有不可见的控制字符（U+0007）", null },
        { "introduction", "第一行\n第二行", "功能介绍不能换行", null },
        { "emergencyContact.phone", new string('1', 21), "应急联系人电话最多 20 个字符", null },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Refused_at_its_field_on_the_page_with_all_that_was_typed(string field, string typed, string said, string? onPage)
    {
        var handler = await app.As("ZJ1001");
        var id = await Draft(handler);
        var name = PageName(field);
        var answer = await handler.Send(HttpMethod.Post, $"/registration/applications/{id}/edit?handler=Save", Form(
            ("Version", "1"), ("Form.PublishingFrequency", "每周一次"), (field == "purposeText" ? "Form.Justification" : "Form.PurposeText", Good), (name, typed)));
        answer.Expect(HttpStatusCode.BadRequest);
        AtField(answer, name).ShouldContain(onPage ?? said);
        var shown = WebUtility.HtmlDecode(answer.Text);
        shown.ShouldContain(Good);
        shown.ShouldContain("每周一次");
        if (name != "Form.PlanId" && name != "Form.HostsTransactions")
        {
            shown.ReplaceLineEndings("\n").ShouldContain(typed);
        }
        await NothingIsStored(id);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Refused_at_its_field_over_REST(string field, string typed, string said, string? onPage)
    {
        _ = onPage;
        var handler = await app.As("ZJ1001");
        var id = await Draft(handler);
        JsonNode value = typed;
        foreach (var part in field.Split('.').Skip(1).Reverse())
        {
            value = new JsonObject { [part] = value };
        }
        var answer = await handler.Patch($"{Applications.Root}/{id}",
            new JsonObject { ["version"] = 1, ["publishingFrequency"] = "每周一次", [field.Split('.')[0]] = value });
        answer.Expect(HttpStatusCode.BadRequest);
        var breach = answer["breaches"].AsArray().ShouldHaveSingleItem()!;
        ((string?)breach["field"]).ShouldBe(field);
        ((string)breach["message"]!).ShouldContain(said);
        await NothingIsStored(id);
    }

    [Theory]
    [InlineData("empty", "是空文件")]
    [InlineData("30 MB", "大小为 30 MB，超过了 2 MB")]
    [InlineData("zip bomb", "的内容是压缩包或 Office 文档（ZIP）")]
    [InlineData("truncated", "是不完整或已损坏的PNG图片")]
    [InlineData("50000×50000", "像素的上限")]
    [InlineData("html", "的内容是网页（HTML）")]
    public async Task A_bad_file_is_refused_at_its_field_and_costs_nobody_the_text(string kind, string said)
    {
        var handler = await app.As("ZJ1001");
        var id = await Draft(handler);
        var before = await Contents();

        var rest = await handler.Upload($"{Applications.Root}/{id}/files/avatar", "file", BadFiles.Of(kind), "头像.png", ("version", "1"));
        rest.Expect(HttpStatusCode.BadRequest);
        rest["breaches"].AsArray().ShouldAllBe(b => (string?)b!["field"] == "avatar");
        rest["breaches"].AsArray().ShouldContain(b => ((string)b!["message"]!).Contains(said));
        await NothingIsStored(id);

        var form = Form(("Version", "1"), ("Form.PurposeText", Good));
        form.Add(new ByteArrayContent(BadFiles.Of(kind)), "Avatar", "头像.png");
        var page = (await handler.Send(HttpMethod.Post, $"/registration/applications/{id}/edit?handler=Save", form)).Expect(HttpStatusCode.BadRequest);
        AtField(page, "Avatar").ShouldContain(said);
        WebUtility.HtmlDecode(page.Text).ShouldContain(Good);
        (await app.WithDb(db => db.Set<ApplicationFile>().CountAsync(f => f.ApplicationId == id))).ShouldBe(0);
        (await Contents()).ShouldBe(before);

        Task<int> Contents() => app.WithDb(db => db.Set<FileContent>().CountAsync());
    }

    [Fact]
    public async Task An_empty_form_is_kept_as_a_draft_and_names_every_field_when_it_is_submitted()
    {
        var handler = await app.As("ZJ1001");
        var id = await Draft(handler);
        var page = await handler.Send(HttpMethod.Post, $"/registration/applications/{id}/edit?handler=Submit", Form(("Version", "1")));
        page.Expect(HttpStatusCode.UnprocessableEntity);
        AtField(page, "Form.Introduction").ShouldContain("请填写功能介绍。");
        AtField(page, "Form.Administrator.Mobile").ShouldContain("请填写管理员的 11 位手机号码。");
        AtField(page, "Avatar").ShouldContain("还没有上传头像。");

        var version = (int)(await handler.Get($"{Applications.Root}/{id}"))["version"];
        var rest = (await handler.Post($"{Applications.Root}/{id}/submit", new { version })).Expect(HttpStatusCode.UnprocessableEntity);
        var fields = rest["breaches"].AsArray().Select(b => (string?)b!["field"]).ToList();
        fields.ShouldContain("introduction");
        fields.ShouldContain("administrator.mobile");
        fields.ShouldContain("avatar");
        ((string?)(await handler.Get($"{Applications.Root}/{id}"))["state"]).ShouldBe("Draft");
    }

    /// <summary>docs/security.md: prose may hold markup and pictographs, and is encoded wherever it shows.</summary>
    [Theory]
    [InlineData("edit")]
    [InlineData("")]
    [InlineData("print")]
    public async Task Markup_and_pictographs_in_prose_are_kept_and_always_encoded(string page)
    {
        const string prose = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;😀";
        var handler = await app.As("ZJ1001");
        var id = await Draft(handler);
        (await handler.Send(HttpMethod.Post, $"/registration/applications/{id}/edit?handler=Save", Form(
            ("Version", "1"), ("Form.Introduction", prose), ("Form.Justification", prose), ("Form.RegisteredAddress", prose))))
            .Expect(HttpStatusCode.SeeOther);
        ((string?)(await handler.Get($"{Applications.Root}/{id}"))["form"]["introduction"]).ShouldBe(prose);

        var html = (await handler.Get($"/registration/applications/{id}/{page}".TrimEnd('/'))).Expect(HttpStatusCode.OK).Text;
        html.ShouldNotContain("<script>alert");
        html.ShouldNotContain("<img src=x");
        Regex.Count(html, "&lt;script&gt;alert\\(1\\)&lt;/script&gt;").ShouldBeGreaterThanOrEqualTo(3);
        WebUtility.HtmlDecode(html).ShouldContain(prose);
    }

    private static async Task<Guid> Draft(GovClient handler) =>
        (Guid)(await handler.Post(Applications.Root, new { accountForm = "SubscriptionAccount" })).Expect(HttpStatusCode.Created)["id"];

    private async Task NothingIsStored(Guid id)
    {
        var stored = await app.WithDb(db => db.Set<RegistrationApplication>().AsNoTracking().Include(a => a.Files).SingleAsync(a => a.Id == id));
        stored.Version.ShouldBe(1);
        stored.Form.PublishingFrequency.ShouldBeNull();
        stored.Files.ShouldBeEmpty();
    }

    private static MultipartFormDataContent Form(params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }
        return form;
    }

    /// <summary>administrator.mobile → Form.Administrator.Mobile.</summary>
    private static string PageName(string field) =>
        "Form." + string.Join('.', field.Split('.').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary>What is said at a field: the text of the list that its control is described by.</summary>
    private static string AtField(Answer page, string name)
    {
        var list = Regex.Match(page.Text, $"id=\"{name.Replace('.', '_')}-breaches\"[^>]*>(.*?)</ul>", RegexOptions.Singleline);
        list.Success.ShouldBeTrue($"nothing is said at {name}");
        return WebUtility.HtmlDecode(Regex.Replace(list.Groups[1].Value, "<[^>]+>", ""));
    }
}
