namespace WeChatBankGov.Kernel.Measures;

/// <summary>
/// Which of the switchable rules are switched off (<see cref="RuleAttribute.Switchable"/>). Asked in memory: a change is seen at
/// once by the host where it was made, and within a minute by every other.
/// </summary>
public interface IRuleSwitches
{
    /// <summary>Whether the rule is to be enforced; true for every rule that nobody switched off.</summary>
    bool IsOn(string code);

    /// <summary>What is off now, by code; empty as a rule.</summary>
    IReadOnlyList<RuleOff> Off { get; }
}

/// <summary>A rule that is switched off.</summary>
/// <param name="Code">Such as R06-4.</param>
/// <param name="Since">UTC.</param>
/// <param name="By">The security administrator's name.</param>
/// <param name="Reason">In Chinese, as it was given.</param>
public sealed record RuleOff(string Code, DateTime Since, string By, string Reason);
