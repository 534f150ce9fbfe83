using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WeChatBankGov.ArchitectureTests;

public sealed partial class PageTests
{
    /// <summary>What answers without sign-in, each with its reason; style sheets and scripts besides.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["sign-in"] = "the sign-in itself",
        ["error/{status:int}"] = "an error can happen before anybody has signed in",
        ["/connect/token"] = "a client shows its own secret",
        ["/health"] = "asked by the load balancer; says nothing but that it lives",
        ["/swagger/{documentName}/swagger.{extension}"] = "the description of the interface holds no data",
    };

    /// <summary>Page models without an antiforgery token, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayWaive = new()
    {
        ["src/Web/Pages/Error/Error.cshtml.cs"] = "shows what happened to a request of any method, and changes nothing",
    };

    [Fact]
    public void Every_page_on_disk_is_served_and_no_other()
    {
        var onDisk = House.Files("src", "*.cshtml").Select(f => PageDirective().Match(File.ReadAllText(f)))
            .Where(m => m.Success).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal).ToList();
        onDisk.ShouldNotBeEmpty();
        onDisk.Where(route => !route.StartsWith('/')).ShouldBeEmpty("A page beside its use case gives its whole route.");
        Pages.Select(p => "/" + p.AttributeRouteInfo!.Template).Order(StringComparer.Ordinal).ToList()
            .ShouldBe(onDisk, "A page that is missing has no link in its project, or hides another of the same path.");
    }

    [Fact]
    public async Task Whatever_does_not_say_otherwise_asks_for_sign_in()
    {
        var fallback = await House.App.Services.GetRequiredService<IAuthorizationPolicyProvider>().GetFallbackPolicyAsync();
        fallback.ShouldNotBeNull();
        fallback.Requirements.ShouldContain(r => r is DenyAnonymousAuthorizationRequirement);
    }

    [Fact]
    public async Task Only_what_has_a_reason_answers_without_sign_in()
    {
        var endpoints = Endpoints.ToList();
        endpoints.Count.ShouldBeGreaterThan(Pages.Count);
        var open = endpoints.Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => !e.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor"))
            .Select(e => e.RoutePattern.RawText!.Replace(":regex(^(json|ya?ml)$)", "", StringComparison.Ordinal)).ToList();
        // Only a loaded page knows its model, whose attributes reach the endpoint when the page is asked for.
        var loader = House.App.Services.GetRequiredService<PageLoader>();
        foreach (var page in Pages)
        {
            var loaded = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            if (loaded.EndpointMetadata?.OfType<IAllowAnonymous>().Any() == true
                || loaded.ModelTypeInfo!.GetCustomAttributes(inherit: true).OfType<IAllowAnonymous>().Any())
            {
                open.Add(page.AttributeRouteInfo!.Template!);
            }
        }
        open.Distinct().Order(StringComparer.Ordinal).ToList().ShouldBe(Open.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Everything_that_posts_carries_its_antiforgery_token()
    {
        var forms =
            from file in House.Files("src", "*.cshtml")
            let text = File.ReadAllText(file)
            from form in Form().Matches(text).Select(m => m.Value)
            where Post().IsMatch(form)
            select (File: House.Relative(file), Form: form);
        forms.ShouldNotBeEmpty();
        // The form tag helper adds none when told not to, nor where the address is written out and it isn't told to.
        forms.Where(f => !HasMvcTagHelpers(f.File)
                || f.Form.StartsWith("<!form", StringComparison.Ordinal)
                || Regex.IsMatch(f.Form, "asp-antiforgery=\"(?!true\")")
                || (Regex.IsMatch(f.Form, "\\saction=\"[^\"]") && !f.Form.Contains("asp-antiforgery=\"true\"", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_page_model_waives_the_antiforgery_token() =>
        House.Files("src", "*.cs").Where(f => File.ReadAllText(f).Contains("IgnoreAntiforgeryToken", StringComparison.Ordinal))
            .Select(House.Relative).Where(f => !MayWaive.ContainsKey(f)).ShouldBeEmpty();

    internal static IReadOnlyList<PageActionDescriptor> Pages { get; } =
    [
        .. House.App.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items
            .OfType<PageActionDescriptor>(),
    ];

    internal static IEnumerable<RouteEndpoint> Endpoints =>
        ((IEndpointRouteBuilder)House.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>();

    /// <summary>_ViewImports.cshtml counts from the page's own folder up to the project's.</summary>
    private static bool HasMvcTagHelpers(string file)
    {
        for (var folder = Path.GetDirectoryName(file); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
        {
            var imports = Path.Combine(House.Root, folder, "_ViewImports.cshtml");
            if (File.Exists(imports)
                && File.ReadAllText(imports).Contains("@addTagHelper *, Microsoft.AspNetCore.Mvc.TagHelpers", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    [GeneratedRegex("""^@page "([^"]+)""", RegexOptions.Multiline)]
    private static partial Regex PageDirective();

    [GeneratedRegex("<!?form\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("method=[\"']?post", RegexOptions.IgnoreCase)]
    private static partial Regex Post();
}
