using System.Net;
using WeChatBankGov.IntegrationTests.App;
using WeChatBankGov.Kernel;
using WeChatBankGov.Registration.Verify;

namespace WeChatBankGov.IntegrationTests.Ledger;

/// <summary>这是我行的吗, over REST and on the page.</summary>
public sealed class VerifyAccountTests(GovApp app) : IClassFixture<GovApp>
{
    private const string Zhejiang = "中国ⅩⅩ银行浙江分行";

    [Fact]
    public async Task A_standing_account_is_official_for_everybody()
    {
        var outlet = await app.As("XX1001");
        var answer = await Ask(outlet, "name", "中国ⅩⅩ银行");
        ((string)answer["verdict"]!).ShouldBe("Official");
        ((string)answer["account"]["state"]!).ShouldBe("Standing");
        ((string)answer["sentence"]!).ShouldContain("是本行的服务号");
    }

    [Theory]
    [InlineData("中国XX银行", "中国ⅩⅩ银行", "U+2169")]
    [InlineData("中囯ⅩⅩ银行客户服务", "中国ⅩⅩ银行客户服务", "囯")]
    [InlineData("ⅩⅩ银行信用咔", "ⅩⅩ银行信用卡", "咔")]
    [InlineData("中国ⅩⅩ银行客户服务官方热线", "中国ⅩⅩ银行客户服务", "含有全称")]
    [InlineData("中国ⅩⅩ银行上海分行", "中国ⅩⅩ银行上海分行", "没有登记")]
    public async Task A_look_alike_is_named_with_its_difference(string name, string official, string difference)
    {
        using var client = await app.AsClient("ledger.read");
        var answer = await Ask(client, "name", name);
        ((string)answer["verdict"]!).ShouldBe("LookAlike");
        ((string)answer["lookAlikeOf"]["official"]!).ShouldBe(official);
        ((string)answer["lookAlikeOf"]["difference"]!).ShouldContain(difference);
        ((string)answer["sentence"]!).ShouldContain("不是本行的账号");
        answer.Json["account"].ShouldBeNull();
    }

    [Fact]
    public async Task What_nobody_knows_is_denied_in_words()
    {
        using var client = await app.AsClient();
        var plain = await Ask(client, "name", "西湖天气预报");
        ((string)plain["verdict"]!).ShouldBe("Unknown");
        ((string)plain["sentence"]!).ShouldContain("不是本行的账号");
        ((string)(await Ask(client, "name", "ⅩⅩ银行抽奖中心"))["sentence"]!).ShouldContain("疑似冒用");
        var byId = await Ask(client, "originalId", "gh_000000000000");
        ((string)byId["verdict"]!).ShouldBe("Unknown");
        ((string)byId["sentence"]!).ShouldContain("3 个账号还没有登记原始ID");
    }

    [Fact]
    public async Task An_account_goes_from_look_alike_to_official_to_lapsed()
    {
        using var own = new GovApp();
        await own.InitializeAsync();
        var handler = await own.As("ZJ1001");
        ((string)(await Ask(handler, "name", Zhejiang))["verdict"]!).ShouldBe("LookAlike");
        var (id, version) = await own.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await own.As("ZJ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await own.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        var awaiting = await Ask(handler, "name", Zhejiang);
        ((string)awaiting["verdict"]!).ShouldBe("Official");
        ((string)awaiting["sentence"]!).ShouldContain("官方认证尚未生效");

        var account = (Guid)(await handler.Get("ledger/accounts?search=" + Uri.EscapeDataString(Zhejiang)))["items"][0]!["id"]!;
        (await handler.Upload($"ledger/accounts/{account}/verification", "evidence", TestFiles.Png(), "认证.png",
            ("verifiedOn", "2026-11-23"), ("verifiedUntil", "2027-11-23"), ("originalId", "gh_0123456789ab"),
            ("appId", "wx0123456789abcdef"), ("version", "1"))).Expect(HttpStatusCode.OK);
        foreach (var (by, value) in new[]
        {
            ("name", Zhejiang), ("appId", "wx0123456789abcdef"), ("originalId", "gh_0123456789ab"),
            ("appId", " WX0123456789ABCDEF "), ("originalId", "GH_0123456789AB"), ("originalId=%20&appId", "Wx0123456789AbcDef"),
        })
        {
            var live = await Ask(await own.As("SH1001"), by, value);
            ((string)live["verdict"]!).ShouldBe("Official", by);
            ((string)live["account"]["since"]!).ShouldBe("2026-11-23");
            ((string)live["account"]["institutionName"]!).ShouldBe("浙江省分行");
        }

        // Page and script say the same of the same id.
        (await handler.Get("/ledger/verify?q=WX0123456789ABCDEF")).Expect(HttpStatusCode.OK).Text.ShouldContain("是本行账号");
        (await handler.Get("/ledger/verify?q=Gh_0123456789aB")).Expect(HttpStatusCode.OK).Text.ShouldContain("是本行账号");

        own.Clock.Set(new DateTime(2027, 11, 24, 10, 0, 0));
        using var client = await own.AsClient();
        var over = await Ask(client, "name", Zhejiang);
        ((string)over["verdict"]!).ShouldBe("Lapsed");
        ((string)over["sentence"]!).ShouldContain("微信认证已过期");
        await own.DisposeAsync();
    }

    [Fact]
    public async Task One_of_the_three_is_asked_for_and_no_more()
    {
        using var client = await app.AsClient();
        (await client.Get("ledger/verify")).Expect(HttpStatusCode.BadRequest);
        (await client.Get("ledger/verify?name=%E5%86%9C&appId=wx0123456789abcdef")).Expect(HttpStatusCode.BadRequest);
        using var other = await app.AsClient("plans.read");
        (await other.Get("ledger/verify?name=a")).Expect(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_page_takes_either_in_one_box()
    {
        var teller = await app.As("XX1001");
        (await teller.Get("/ledger/verify")).Expect(HttpStatusCode.OK).Text.ShouldContain("填写名称或编号后核对");
        (await teller.Get("/ledger/verify?q=" + Uri.EscapeDataString("中国ⅩⅩ银行"))).Text.ShouldContain("是本行账号");
        (await teller.Get("/ledger/verify?q=" + Uri.EscapeDataString("中国XX银行"))).Text.ShouldContain("名称相似");
        (await teller.Get("/ledger/verify?q=GH_0123")).Text.ShouldContain("台账中没有原始ID gh_0123");
        (await teller.Get("/ledger/verify?q=" + new string('a', 300))).Expect(HttpStatusCode.BadRequest).Text.ShouldContain("最多 200 个字符");
    }

    [Fact]
    public void A_name_that_nobody_knows_costs_no_screener_of_its_own()
    {
        var bank = new BankOptions();
        IReadOnlyList<OfficialName> official = [new("中国ⅩⅩ银行", "总行的账号")];
        NameAnswers.Of("西湖天气预报", official, bank).Verdict.ShouldBe(Verdict.Unknown);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10; i++)
        {
            NameAnswers.Of("ⅩⅩ银行抽奖中心", official, bank).Sentence.ShouldContain("疑似冒用");
        }
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20, "a screener alone is five times as much");
        NameAnswers.Of("某某银行抽奖中心", official, new BankOptions { FullName = "中国某某银行", ShortName = "某某银行" }).Sentence
            .ShouldContain("含有本行字样“某某银行”");
    }

    private static async Task<Answer> Ask(GovClient client, string by, string value) =>
        (await client.Get($"ledger/verify?{by}={Uri.EscapeDataString(value)}")).Expect(HttpStatusCode.OK);
}
