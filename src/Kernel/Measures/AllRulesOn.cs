namespace WeChatBankGov.Kernel.Measures;

/// <summary>For a host without the module that keeps the switches.</summary>
internal sealed class AllRulesOn : IRuleSwitches
{
    public IReadOnlyList<RuleOff> Off => [];

    public bool IsOn(string code) => true;
}
