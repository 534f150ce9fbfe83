using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using WeChatBankGov.Web.Start;

namespace WeChatBankGov.ArchitectureTests;

/// <summary>The repository on disk, its assemblies, and the host, built and not started: no database is opened.</summary>
internal static class House
{
    private static readonly Lazy<WebApplication> Built = new(() => Build("Sqlite", "Data Source=never-opened.db"));

    private static readonly Lazy<WebApplication> BuiltOnSqlServer = new(() => Build("SqlServer", "Server=never-opened"));

    /// <summary>The folder of WeChatBankGov.sln.</summary>
    public static string Root { get; } = FindRoot();

    public static WebApplication App => Built.Value;

    /// <summary>The same host on the other provider, for what its model becomes there.</summary>
    public static WebApplication AppOnSqlServer => BuiltOnSqlServer.Value;

    /// <summary>The modules, by their project files: never from a list kept by hand.</summary>
    public static IReadOnlyList<string> Modules { get; } = [.. Projects("src/Modules").Select(Name).Order(StringComparer.Ordinal)];

    /// <summary>What may declare requests and rules: kernel, modules, web.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [.. Modules.Prepend("Kernel").Append("Web").Select(name => Assembly.Load("WeChatBankGov." + name))];

    public static IEnumerable<Type> Types => Assemblies.SelectMany(a => a.GetTypes());

    /// <summary>Project files below a folder, as full paths.</summary>
    public static IEnumerable<string> Projects(string below) => Files(below, "*.csproj");

    /// <summary>Files of the repository below a folder, as full paths; what a build made is left out.</summary>
    public static IEnumerable<string> Files(string below, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, below), pattern, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>The path from the root, with forward slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    public static string Name(string project) => Path.GetFileNameWithoutExtension(project);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WeChatBankGov.sln")))
            {
                return folder.FullName;
            }
        }
        throw new InvalidOperationException("WeChatBankGov.sln is in no folder above " + AppContext.BaseDirectory);
    }

    private static WebApplication Build(string provider, string connection) => GovHost.Build([], builder =>
    {
        builder.Environment.EnvironmentName = "Testing";
        builder.Environment.ContentRootPath = AppContext.BaseDirectory;
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connection,
            ["Serilog:MinimumLevel:Default"] = "Error",
        });
    });
}
