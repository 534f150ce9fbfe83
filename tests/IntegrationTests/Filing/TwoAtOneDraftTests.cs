using System.Net;
using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>Two colleagues fill in one draft.</summary>
public sealed partial class TwoAtOneDraftTests(GovApp app) : IClassFixture<GovApp>
{
    [Fact]
    public async Task Whoever_saves_last_keeps_what_the_other_one_filled_in_elsewhere()
    {
        var (one, other) = (await app.As("ZJ1001"), await app.As("ZJ1002"));
        var id = (Guid)(await one.Post(Applications.Root, new { accountForm = "ServiceAccount" })).Expect(HttpStatusCode.Created)["id"];
        var page = $"/registration/applications/{id}/edit";
        var opened = (await one.Get(page)).Expect(HttpStatusCode.OK).Text;
        (await other.Patch($"{Applications.Root}/{id}", new { version = 1, registeredAddress = "浙江省杭州市", introduction = "同事写的介绍。" }))
            .Expect(HttpStatusCode.OK);

        (string, string)[] typed =
        [
            ("Form.ViVersion", Value(opened, "Form.ViVersion")), ("Form.Introduction", "我写的介绍。"), ("Form.SubjectName", "中国ⅩⅩ银行股份有限公司浙江省分行"),
            ("Version", Value(opened, "Version")), ("Base", Value(opened, "Base")),
        ];
        var conflict = (await one.PostForm(page, page + "?handler=Save", typed)).Expect(HttpStatusCode.Conflict).Text;
        var table = conflict[conflict.IndexOf("最新内容与您填写的内容的差别", StringComparison.Ordinal)..conflict.IndexOf("以最新内容为准", StringComparison.Ordinal)];
        table.ShouldContain("同事写的介绍。");
        table.ShouldContain("我写的介绍。");
        table.ShouldContain("主体全称");
        table.ShouldNotContain("注册地", customMessage: "nobody here touched it");
        Value(conflict, "Form.RegisteredAddress").ShouldBe("浙江省杭州市");
        Value(conflict, "Form.SubjectName").ShouldBe("中国ⅩⅩ银行股份有限公司浙江省分行");

        (await one.PostForm(page, page + "?handler=Save",
        [
            .. typed[..3], ("Form.RegisteredAddress", Value(conflict, "Form.RegisteredAddress")), ("Version", Value(conflict, "Version")),
            ("Base", Value(conflict, "Base")), ("KeepMine", "2"),
        ])).Expect(HttpStatusCode.SeeOther);
        var form = (await one.Get($"{Applications.Root}/{id}"))["form"];
        ((string?)form["introduction"], (string?)form["registeredAddress"], (string?)form["subjectName"])
            .ShouldBe(("我写的介绍。", "浙江省杭州市", "中国ⅩⅩ银行股份有限公司浙江省分行"));
    }

    private static string Value(string html, string name)
    {
        var input = Input().Matches(html).First(m => m.Value.Contains($"name=\"{name}\"", StringComparison.Ordinal)).Value;
        return WebUtility.HtmlDecode(Regex.Match(input, "value=\"([^\"]*)\"").Groups[1].Value);
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();
}
