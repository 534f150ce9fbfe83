using System.Net;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>A lower unit handles its own application: it is told as its branch is.</summary>
public sealed class LowerUnitTests(GovApp app) : IClassFixture<GovApp>
{
    [Theory]
    [InlineData("Return", "总行已退回")]
    [InlineData("Reject", "总行不同意")]
    [InlineData("Approve", "总行已同意")]
    public async Task The_applying_unit_and_its_branch_are_told_of_the_decision(string verdict, string told)
    {
        var unit = await app.As("XH1001");
        var name = $"中国ⅩⅩ银行西湖{(verdict == "Return" ? "甲" : verdict == "Reject" ? "乙" : "丙")}";
        var (id, version) = await app.CompleteDraft(unit, "ServiceAccount", name);
        await unit.Submit(id, version);
        (await (await app.As("HQ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await app.As("HQ1002")).Decide(id, verdict, "意见。")).Expect(HttpStatusCode.OK);

        foreach (var person in (string[])["XH1001", "HZ1001"])
        {
            (await (await app.As(person)).Get("notices"))["items"].AsArray()
                .Count(n => ((string)n!["title"]!).StartsWith(told, StringComparison.Ordinal) && ((string)n["title"]!).Contains(name))
                .ShouldBe(1, person);
        }
    }
}
