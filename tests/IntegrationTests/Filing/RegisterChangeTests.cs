using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.IntegrationTests.Filing;

/// <summary>The register changes while applications are under way: rules and reach follow it.</summary>
public sealed partial class RegisterChangeTests : IAsyncLifetime, IDisposable
{
    private readonly GovApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    public void Dispose() => _app.Dispose();

    [Fact]
    [Trait("Rule", "R05-3")]
    [Trait("Side", "Refuses")]
    public async Task Article05_The_level_is_the_registers_at_that_moment()
    {
        var handler = await _app.As("SH1001");
        var (id, version) = await _app.CompleteDraft(handler);
        await handler.Submit(id, version);
        (await (await _app.As("SH2001")).Judge(id)).Expect(HttpStatusCode.OK);

        await Import("310000,SubBranch,上海支行,,上海,320000");
        var refused = await (await _app.As("HQ1002")).Decide(id, "Approve");
        refused.Expect(HttpStatusCode.UnprocessableEntity).Codes.ShouldContain("R05-3");
        refused.Text.ShouldContain("上海支行是支行");
    }

    [Fact]
    [Trait("Rule", "R10-1")]
    [Trait("Side", "Accepts")]
    public async Task Article10_Applications_and_accounts_go_over_to_the_branch_that_manages_the_institution_now()
    {
        var unit = await _app.As("XH1001");
        var (id, version) = await _app.CompleteDraft(unit, "ServiceAccount", "中国ⅩⅩ银行西湖生活");
        await unit.Submit(id, version);
        (await (await _app.As("HQ2001")).Judge(id)).Expect(HttpStatusCode.OK);
        (await (await _app.As("HQ1002")).Decide(id, "Approve")).Expect(HttpStatusCode.OK);
        var (open, openVersion) = await _app.CompleteDraft(unit, "ServiceAccount", "中国ⅩⅩ银行西湖惠民");
        await unit.Submit(open, openVersion);
        var before = await _app.As("HZ1001");
        var account = (Guid)(await before.Get($"{Applications.Root}/{id}"))["account"]["id"]!;

        await Import("330106,SubBranch,西湖支行,,西湖,330000");

        var now = await _app.As("ZJ1001");
        foreach (var application in (Guid[])[id, open])
        {
            (await before.Get($"{Applications.Root}/{application}")).Expect(HttpStatusCode.NotFound);
            var seen = (await now.Get($"{Applications.Root}/{application}")).Expect(HttpStatusCode.OK);
            ((bool)seen["mayHandle"]).ShouldBeTrue();
            var step = seen["timeline"].AsArray()[^1]!;
            ((string?)step["step"], (string?)step["opinion"]).ShouldBe(("机构名录调整", "改由浙江省分行管理。"));
        }
        (await before.Get($"ledger/accounts/{account}")).Expect(HttpStatusCode.NotFound);
        ((bool)(await now.Get($"ledger/accounts/{account}")).Expect(HttpStatusCode.OK)["mayRecord"]).ShouldBeTrue();
        (await now.Get("reviews?pageSize=100")).Text.ShouldContain(open.ToString());
        (await before.Get("reviews?pageSize=100")).Text.ShouldNotContain(open.ToString());
        (await now.Get("approvals?pageSize=100")).Text.ShouldContain(id.ToString());
    }

    private async Task Import(params string[] rows)
    {
        var administrator = await _app.As("HQ9101");
        var file = Encoding.UTF8.GetBytes("code,level,name,full_place_name,place_name,parent_code\n" + string.Join('\n', rows) + "\n");
        var uploaded = await administrator.Upload("/organisation/institutions/import", "upload", file, "名录.csv");
        var address = uploaded.Expect(HttpStatusCode.SeeOther).Headers.Location!.ToString();
        var report = (await administrator.Get(address)).Expect(HttpStatusCode.OK).Text;
        var seal = Seal().Match(report);
        seal.Success.ShouldBeTrue(report);
        (await administrator.PostForm(address, address, ("seal", seal.Groups[1].Value))).Expect(HttpStatusCode.SeeOther);
    }

    [GeneratedRegex("""name="seal" value="([^"]+)""")]
    private static partial Regex Seal();
}
