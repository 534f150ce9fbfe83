using System.Text.RegularExpressions;

namespace WeChatBankGov.ArchitectureTests;

/// <summary>A test that says which rule it tests and from which side.</summary>
internal sealed record RuleTest(string Rule, string Side, string Class, string Method, string File);

/// <summary>Finds the tests of rules by their traits, in the source of all test projects.</summary>
internal static partial class RuleTestScan
{
    public static IReadOnlyList<RuleTest> All { get; } =
        [.. House.Files("tests", "*.cs").Where(f => !House.Relative(f).StartsWith("tests/ArchitectureTests/", StringComparison.Ordinal)).SelectMany(Of)];

    private static IEnumerable<RuleTest> Of(string file)
    {
        var (attributes, ofClass, name) = ("", "", "");
        foreach (var line in File.ReadLines(file).Select(l => l.Trim()))
        {
            if (Class().Match(line) is { Success: true } type)
            {
                (name, ofClass, attributes) = (type.Groups[1].Value, attributes, "");
            }
            else if (attributes.Length > 0 && Method().Match(line) is { Success: true } method)
            {
                foreach (var test in Tests(ofClass + attributes, name, method.Groups[1].Value, House.Relative(file)))
                {
                    yield return test;
                }
                attributes = "";
            }
            else if (line.StartsWith('['))
            {
                attributes += line;
            }
            else if (line is "" or "{" or "}")
            {
                attributes = "";
            }
        }
    }

    private static IEnumerable<RuleTest> Tests(string attributes, string type, string method, string file) =>
        from rule in Rule().Matches(attributes)
        from side in Side().Matches(attributes).Select(m => m.Groups[1].Value).DefaultIfEmpty("")
        select new RuleTest(rule.Groups[1].Value, side, type, method, file);

    [GeneratedRegex("""Trait\("Rule", "([^"]*)"\)""")]
    private static partial Regex Rule();

    [GeneratedRegex("""Trait\("Side", "([^"]*)"\)""")]
    private static partial Regex Side();

    [GeneratedRegex(@"^(?:public |internal )(?:sealed |abstract |static )*class (\w+)")]
    private static partial Regex Class();

    [GeneratedRegex(@"^public (?:async )?[\w<>]+ (\w+)\(")]
    private static partial Regex Method();
}
