using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.ArchitectureTests;

public sealed partial class RuleTests
{
    private static readonly RuleCatalogue Catalogue = House.App.Services.GetRequiredService<RuleCatalogue>();

    private static readonly List<MethodInfo> Methods =
    [
        .. House.Types.SelectMany(t => t.GetMethods(
                BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(m => m.IsDefined(typeof(RuleAttribute)) || m.IsDefined(typeof(ArticleAttribute))),
    ];

    [Fact]
    public void Every_rule_in_the_code_is_in_the_catalogue_once()
    {
        var codes = Methods.Select(m => m.GetCustomAttribute<RuleAttribute>()?.Code).OfType<string>().Order(StringComparer.Ordinal).ToList();
        codes.ShouldNotBeEmpty();
        codes.ShouldBe(Catalogue.Rules.Select(r => r.Code), "A class of rules is registered as a RuleSource; a code is stated once.");
        codes.ShouldBeUnique();
        codes.ShouldAllBe(code => Code().IsMatch(code));
    }

    [Fact]
    public void Every_rule_carries_its_article_and_the_quote_stands_in_it_word_for_word()
    {
        Methods.Where(m => !m.IsDefined(typeof(ArticleAttribute))).Select(Full).ShouldBeEmpty("Rules without [Article].");
        var offenders =
            from method in Methods
            from article in method.GetCustomAttributes<ArticleAttribute>()
            where article.Number is < 1 or > 20 || article.Quote.Length < 4
                || !MeasuresText.Article(article.Number).Text.Contains(article.Quote, StringComparison.Ordinal)
            select $"{Full(method)}: article {article.Number} does not say “{article.Quote}”";
        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void A_rule_that_rests_on_more_than_the_text_is_derived() =>
        Catalogue.Rules.Where(r => r.FurtherBasis.Length > 0 && !r.Derived).Select(r => r.Code).ShouldBeEmpty();

    [Fact]
    public void Every_code_that_the_source_names_is_in_the_catalogue()
    {
        var offenders =
            from file in House.Files("src", "*.cs")
            from match in Literal().Matches(File.ReadAllText(file))
            where Catalogue.Find(match.Groups[1].Value) is null
            select $"{House.Relative(file)}: {match.Groups[1].Value}";
        offenders.Distinct().ShouldBeEmpty("A breach or a permission names a rule that nobody can look up.");
    }

    [Fact]
    public void Every_rule_has_a_test_that_it_refuses_and_one_that_it_accepts()
    {
        var offenders =
            from rule in Catalogue.Rules
            from side in (string[])["Refuses", "Accepts"]
            where !RuleTestScan.All.Any(t => t.Rule == rule.Code && t.Side == side)
            select $"{rule.Code}: no test with [Trait(\"Rule\", \"{rule.Code}\"), Trait(\"Side\", \"{side}\")]";
        offenders.ShouldBeEmpty();
    }

    [Fact]
    public void Every_trait_of_a_test_names_a_rule_that_exists_and_its_side()
    {
        RuleTestScan.All.ShouldNotBeEmpty();
        RuleTestScan.All.Where(t => Catalogue.Find(t.Rule) is null || t.Side is not ("Refuses" or "Accepts")).ShouldBeEmpty();
    }

    private static string Full(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";

    [GeneratedRegex(@"^R(0[1-9]|1\d|20)-[1-9]$")]
    private static partial Regex Code();

    [GeneratedRegex(@"""(R\d\d-\d+)""")]
    private static partial Regex Literal();
}
