namespace WeChatBankGov.Kernel.Measures;

/// <summary>The handler asks its rules as one list and gets all breaches at once, in the order of the articles.</summary>
public static class Rules
{
    /// <summary>Collects what each rule found; a rule that is met contributes nothing.</summary>
    public static RuleCheck Check(params ReadOnlySpan<IEnumerable<Breach>> findings)
    {
        var breaches = new List<Breach>();
        foreach (var finding in findings)
        {
            breaches.AddRange(finding);
        }
        return new RuleCheck(breaches);
    }

    /// <summary>A rule that is met.</summary>
    public static IEnumerable<Breach> Met { get; } = [];
}

/// <summary>The result of asking rules: the breaches that stop the command, and the advice that does not.</summary>
public sealed class RuleCheck(IReadOnlyList<Breach> findings)
{
    /// <summary>All that was found, advice included.</summary>
    public IReadOnlyList<Breach> Findings { get; } = findings;

    public IReadOnlyList<Breach> Breaches { get; } = [.. findings.Where(b => !b.IsAdvice)];

    public IReadOnlyList<Breach> Advice { get; } = [.. findings.Where(b => b.IsAdvice)];

    /// <summary>Whether anything stops the command.</summary>
    public bool Any => Breaches.Count > 0;

    /// <summary>A refusal by rules; when no breach names a rule, the request's form is what is wrong.</summary>
    public Refusal ToRefusal() => new(Breaches.All(b => b.Code is null) ? RefusalKind.Shape : RefusalKind.Rules, Findings);
}
