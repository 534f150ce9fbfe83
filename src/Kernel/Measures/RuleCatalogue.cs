using System.Collections.Frozen;
using System.Reflection;

namespace WeChatBankGov.Kernel.Measures;

/// <summary>A rule of the catalogue as its method in the code declares it.</summary>
/// <param name="Code">Such as R07-1.</param>
/// <param name="Article">The first article it rests on.</param>
/// <param name="Quotes">The words of the articles it rests on.</param>
/// <param name="Kind">What it does when it is not met.</param>
/// <param name="Title">In one Chinese sentence.</param>
/// <param name="Derived">Not said in so many words by the measures.</param>
/// <param name="Switchable">May be switched off by the security administrator.</param>
/// <param name="FurtherBasis">What else a derived rule rests on; empty when nothing.</param>
public sealed record Rule(
    string Code, int Article, IReadOnlyList<RuleQuote> Quotes, RuleKind Kind, string Title,
    bool Derived, bool Switchable, string FurtherBasis);

/// <summary>The words of one article.</summary>
public sealed record RuleQuote(int Article, string Words);

/// <summary>All rules of all modules, found by their attributes when the host starts.</summary>
public sealed class RuleCatalogue
{
    private readonly FrozenDictionary<string, Rule> _byCode;

    public RuleCatalogue(IEnumerable<RuleSource> sources)
    {
        Rules = [.. sources.Select(s => s.Type).Distinct()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.IsDefined(typeof(RuleAttribute)))
            .Select(ToRule)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal)];
        _byCode = Rules.ToFrozenDictionary(r => r.Code);
    }

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Null when no rule has that code.</summary>
    public Rule? Find(string code) => _byCode.GetValueOrDefault(code);

    private static Rule ToRule(MethodInfo method)
    {
        var rule = method.GetCustomAttribute<RuleAttribute>()!;
        var quotes = method.GetCustomAttributes<ArticleAttribute>().Select(a => new RuleQuote(a.Number, a.Quote)).ToList();
        return new(rule.Code, quotes[0].Article, quotes, rule.Kind, rule.Title, rule.Derived, rule.Switchable, rule.FurtherBasis);
    }
}

/// <summary>A class that states rules. Modules register one for each.</summary>
public sealed record RuleSource(Type Type);
