using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace WeChatBankGov.ArchitectureTests;

public sealed class ModuleTests
{
    /// <summary>What each project may refer to, directly or not. A new module fails until it has its place here.</summary>
    private static readonly Dictionary<string, string[]> Below = new()
    {
        ["MediatR.Contracts"] = [],
        ["Text"] = [],
        ["Kernel"] = ["MediatR.Contracts", "Text"],
        ["Organisation"] = ["Kernel"],
        ["Approval"] = ["Organisation"],
        ["Review"] = ["Approval"],
        ["Registration"] = ["Review"],
        ["Features"] = ["Registration"],
        ["Marketing"] = ["Registration"],
        ["Screening"] = ["Approval", "Text"],
        ["Sqlite"] = ["Kernel"],
        ["SqlServer"] = ["Kernel"],
        ["Web"] = ["Features", "Marketing", "Screening", "Registration", "Sqlite", "SqlServer"],
    };

    [Fact]
    public void Modules_are_found_each_with_one_project_in_the_solution()
    {
        House.Modules.ShouldNotBeEmpty();
        var folders = Directory.GetDirectories(Path.Combine(House.Root, "src/Modules")).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        House.Modules.ShouldBe(folders!);
        var solution = File.ReadAllText(Path.Combine(House.Root, "WeChatBankGov.sln")).Replace('\\', '/');
        House.Projects("src").Concat(House.Projects("tests")).Select(House.Relative)
            .Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal))
            .ShouldBeEmpty("Projects that the solution does not build.");
    }

    [Fact]
    public void References_go_downwards_only()
    {
        var offenders =
            from project in House.Projects("src")
            from reference in XDocument.Load(project).Descendants("ProjectReference")
            let upper = House.Name(project)
            let lower = House.Name(reference.Attribute("Include")!.Value.Replace('\\', '/'))
            where !AllBelow(upper).Contains(lower)
            select $"{upper} → {lower}";
        offenders.ShouldBeEmpty("The graph stands in this test; what is above is reached by notifications.");
    }

    [Fact]
    public void A_module_shows_its_contracts_and_nothing_else()
    {
        var offenders =
            from module in House.Modules
            from type in House.Assemblies.Single(a => a.GetName().Name == "WeChatBankGov." + module).GetExportedTypes()
            where !IsDoor(type, module)
            select type.FullName;
        offenders.ShouldBeEmpty("Only Contracts, the *Module class, and what Razor needs public (page models with their forms, tag helpers) may be.");
    }

    /// <summary>Razor reads page models and discovers tag helpers only when they are public.</summary>
    private static bool IsDoor(Type type, string module) =>
        type.Namespace?.EndsWith(".Contracts", StringComparison.Ordinal) == true
        || type.Name == module + "Module"
        || type.IsAssignableTo(typeof(PageModel)) || type.IsAssignableTo(typeof(ITagHelper))
        || (type.DeclaringType is { } outer && IsDoor(outer, module));

    private static HashSet<string> AllBelow(string project)
    {
        Below.ShouldContainKey(project, "A project without a place in the graph.");
        return [.. Below[project].SelectMany(below => AllBelow(below).Append(below))];
    }
}
