using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Organisation.RuleSwitches;

namespace WeChatBankGov.UnitTests.Organisation;

public sealed class RuleSwitchTests
{
    private const string Switchable = "R99-1";

    [Fact]
    public async Task A_switchable_rule_goes_off_and_on_here_at_once_and_elsewhere_at_the_next_look()
    {
        await using var house = await Build();
        await using var other = house.AnotherHost();
        var switches = house.Services.GetRequiredService<IRuleSwitches>();

        (await Switch(house, Switchable, on: false)).ShouldBeNull();
        switches.IsOn(Switchable).ShouldBeFalse();
        switches.Off.ShouldHaveSingleItem().By.ShouldBe("潘安平");
        await other.GetRequiredService<RuleSwitchboard>().Refresh(CancellationToken.None);
        other.GetRequiredService<IRuleSwitches>().IsOn(Switchable).ShouldBeFalse();

        (await Switch(house, Switchable, on: true)).ShouldBeNull();
        switches.IsOn(Switchable).ShouldBeTrue();
        switches.Off.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_other_rule_does()
    {
        await using var house = await Build();

        (await Switch(house, "R08-1", on: false))!.Summary.ShouldContain("第八条直接规定，不能停用");
        (await Switch(house, "R00-0", on: false))!.Kind.ShouldBe(RefusalKind.NotFound);
        house.Services.GetRequiredService<IRuleSwitches>().IsOn("R08-1").ShouldBeTrue();
    }

    [Fact]
    public async Task Switching_asks_for_a_reason_and_the_security_administrator_and_happens_once()
    {
        await using var house = await Build();

        (await house.Send(new SwitchRule.Command(Switchable, false, ""), house.SecurityAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Shape);
        (await house.Send(new SwitchRule.Command(Switchable, false, "演练"), house.SystemAdministrator)).Refusal!.Kind.ShouldBe(RefusalKind.Forbidden);
        (await Switch(house, Switchable, on: true))!.Kind.ShouldBe(RefusalKind.Conflict);
        (await Switch(house, Switchable, on: false)).ShouldBeNull();
        (await Switch(house, Switchable, on: false))!.Summary.ShouldContain("已由潘安平停用");

        var listed = (await house.Send(new ListRuleSwitches.Query(), house.SystemAdministrator)).Value;
        listed.Single(r => r.Code == Switchable).Off!.Reason.ShouldBe("演练");
        listed.ShouldNotContain(r => r.Code == "R08-1");
    }

    private static async Task<Refusal?> Switch(OrganisationHouse house, string code, bool on) =>
        (await house.Send(new SwitchRule.Command(code, on, "演练"), house.SecurityAdministrator)).Refusal;

    private static Task<OrganisationHouse> Build() =>
        OrganisationHouse.Build(services => services.AddSingleton(new RuleSource(typeof(TrialRules))));

    private static class TrialRules
    {
        [Rule(Switchable, RuleKind.Deadline, "试验规则。", Switchable = true)]
        [Article(7, "经审批同意后需在一个月内完成微信账号的官方认证")]
        internal static IEnumerable<Breach> Trial() => Rules.Met;
    }
}
