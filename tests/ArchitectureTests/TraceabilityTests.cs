using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.ArchitectureTests;

/// <summary>
/// docs/traceability.md is made from the code: the rules by their attributes, the use cases by who asks them, the tests by their
/// traits. Only the screens, and what is not built or not for software, stand in docs/traceability.map.json.
/// </summary>
public sealed class TraceabilityTests
{
    private const string Regenerate = "UPDATE_DOCS=1 dotnet test tests/ArchitectureTests --filter TraceabilityTests";

    private static readonly string Document = Path.Combine(House.Root, "docs/traceability.md");
    private static readonly RuleCatalogue Catalogue = House.App.Services.GetRequiredService<RuleCatalogue>();
    private static readonly Map Hand = JsonSerializer.Deserialize<Map>(
        File.ReadAllText(Path.Combine(House.Root, "docs/traceability.map.json")), JsonSerializerOptions.Web)!;

    /// <param name="Screens">For each rule where people and clients meet it: <c>/plans</c>, <c>POST /api/v1/plans</c>.</param>
    /// <param name="NotYetBuilt">Rules of the catalogue without code so far, and what they ask for.</param>
    /// <param name="NotForSoftware">Articles without a rule, and why.</param>
    private sealed record Map(
        Dictionary<string, string[]> Screens, Dictionary<string, string> NotYetBuilt, Dictionary<string, string> NotForSoftware);

    [Fact]
    public void The_document_says_what_the_code_does()
    {
        var text = Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Document, text);
        }
        (File.Exists(Document) ? File.ReadAllText(Document).ReplaceLineEndings("\n") : "")
            .ShouldBe(text, "docs/traceability.md is out of date. Make it anew: " + Regenerate);
    }

    [Fact]
    public void Every_article_has_a_row()
    {
        var ofArticles = Catalogue.Rules.SelectMany(r => r.Quotes.Select(q => q.Article)).Concat(Hand.NotYetBuilt.Keys.Select(ArticleOf))
            .Concat(Hand.NotForSoftware.Keys.Select(int.Parse)).ToHashSet();
        Enumerable.Range(1, 20).Where(n => !ofArticles.Contains(n)).ShouldBeEmpty("Articles that nothing accounts for.");
    }

    [Fact]
    public void The_hand_kept_map_agrees_with_the_code()
    {
        Hand.Screens.Keys.Order(StringComparer.Ordinal).ToList().ShouldBe(Catalogue.Rules.Select(r => r.Code), "Each rule has its screens.");
        Hand.NotYetBuilt.Keys.Where(code => Catalogue.Find(code) is not null).ShouldBeEmpty("Built meanwhile.");
        var served = PageTests.Pages.Select(p => "/" + p.AttributeRouteInfo!.Template)
            .Concat(PageTests.Endpoints.SelectMany(Addresses)).ToHashSet(StringComparer.Ordinal);
        Hand.Screens.Values.SelectMany(s => s).Distinct().Where(screen => !served.Contains(screen))
            .ShouldBeEmpty("Screens that are not served. Served are:\n" + string.Join('\n', served.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Addresses(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
        .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}");

    private static string Generate()
    {
        var text = new StringBuilder()
            .Append("# Traceability: article → rule → code → screen → test\n\n")
            .Append("Generated from the code; do not edit. `").Append(Regenerate).Append("` makes it anew. ")
            .Append("Screens, and what is not built, come from `traceability.map.json`.\n\n")
            .Append("A rule that rests on more than one article has its row under each. \"Derived\" marks what the text does not say in so many words.\n");
        foreach (var article in MeasuresText.Articles)
        {
            text.Append($"\n## Article {article.Number} · {article.Heading}\n\n");
            if (Hand.NotForSoftware.TryGetValue(article.Number.ToString(), out var why))
            {
                text.Append("Not for software, because ").Append(why).Append(".\n");
                continue;
            }
            text.Append("| rule | says | kind | stated in | asked by | screen, endpoint | tests: refuses | tests: accepts |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var rule in Catalogue.Rules.Where(r => r.Quotes.Any(q => q.Article == article.Number)))
            {
                text.Append(Row(rule));
            }
            foreach (var (code, says) in Hand.NotYetBuilt.Where(r => ArticleOf(r.Key) == article.Number).OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                text.Append($"| {code} | {says} | not yet built | | | | | |\n");
            }
        }
        return text.ToString();
    }

    private static string Row(Rule rule)
    {
        var method = House.Types.SelectMany(t => t.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Single(m => m.GetCustomAttribute<RuleAttribute>()?.Code == rule.Code);
        var stated = $"{method.DeclaringType!.Name}.{method.Name}";
        string[] cells =
        [
            rule.Code, rule.Title,
            rule.Kind.ToString().ToLowerInvariant() + (rule.Derived ? ", derived" : "") + (rule.Switchable ? ", switchable" : ""),
            $"`{stated}`", Code(AskedBy(method, stated)), Code(Hand.Screens.GetValueOrDefault(rule.Code, [])),
            Tests(rule, "Refuses"), Tests(rule, "Accepts"),
        ];
        return $"| {string.Join(" | ", cells.Select(c => c.Replace("|", "\\|")))} |\n";
    }

    /// <summary>The files that call the rule, from outside its class or, for what a front of the same class calls, through that front.</summary>
    private static IEnumerable<string> AskedBy(MethodInfo method, string stated)
    {
        var own = method.DeclaringType!.Name + ".cs";
        var fronts = Fronts.TryGetValue(stated, out var front) ? front : stated;
        return House.Files("src", "*.cs").Where(f => Path.GetFileName(f) != own)
            .Where(f => File.ReadAllText(f).Contains(fronts + "(", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f).Replace(".cshtml", "")).Order(StringComparer.Ordinal).Distinct();
    }

    /// <summary>Rules that one method of their class chooses among.</summary>
    private static readonly Dictionary<string, string> Fronts = new()
    {
        ["ReviewRules.HeadOfficeAccountByCorporateCulture"] = "ReviewRules.MayReview",
        ["ReviewRules.SubscriptionAccountByOwnGeneralOffice"] = "ReviewRules.MayReview",
        ["ReviewRules.ServiceAccountByCorporateCulture"] = "ReviewRules.MayReview",
    };

    private static string Tests(Rule rule, string side) =>
        Code(RuleTestScan.All.Where(t => t.Rule == rule.Code && t.Side == side).Select(t => t.Class).Distinct().Order(StringComparer.Ordinal));

    private static string Code(IEnumerable<string> words) => string.Join(", ", words.Select(w => $"`{w}`"));

    private static int ArticleOf(string code) => int.Parse(code.AsSpan(1, 2));
}
