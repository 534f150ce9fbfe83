using System.Text.Json;
using System.Text.RegularExpressions;

namespace WeChatBankGov.ArchitectureTests;

public sealed partial class SourceTests
{
    /// <summary>Files that may read the machine's clock, each with its reason. None does.</summary>
    private static readonly Dictionary<string, string> MayReadTheClock = [];

    [Fact]
    public void Time_comes_from_the_TimeProvider() =>
        Lines("src", Clock()).Where(l => !MayReadTheClock.ContainsKey(l.File)).ShouldBeEmpty();

    [Fact]
    public void Provider_SQL_stands_in_the_kernels_data_folder_only() =>
        Lines("src", Sql()).Where(l => !l.File.StartsWith("src/Kernel/Data/", StringComparison.Ordinal)).ShouldBeEmpty();

    [Fact]
    public void Configuration_files_hold_no_secrets()
    {
        var files = House.Files("src", "appsettings*.json").ToList();
        files.ShouldNotBeEmpty();
        var options = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var offenders =
            from file in files
            from value in Values(JsonDocument.Parse(File.ReadAllText(file), options).RootElement, "")
            where (SecretName().IsMatch(value.Path) && value.Text.Length > 0) || SecretValue().IsMatch(value.Text)
            select $"{House.Relative(file)}: {value.Path}";
        offenders.ShouldBeEmpty("Secrets come from the environment.");
    }

    private static IEnumerable<(string File, int Line, string Text)> Lines(string below, Regex what) =>
        from file in House.Files(below, "*.cs").Concat(House.Files(below, "*.cshtml"))
        where !House.Relative(file).StartsWith("src/Migrations/", StringComparison.Ordinal)
        from line in File.ReadLines(file).Index()
        where what.IsMatch(line.Item)
        select (House.Relative(file), line.Index + 1, line.Item.Trim());

    private static IEnumerable<(string Path, string Text)> Values(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Values(p.Value, $"{path}:{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Values(item, path)),
        _ => [(path, element.ToString())],
    };

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bTimeProvider\.System\.|\bStopwatch\.GetTimestamp\b|\bEnvironment\.TickCount")]
    private static partial Regex Clock();

    [GeneratedRegex(@"FromSql|ExecuteSql|SqlQuery(Raw)?\b|SqliteCommand|SqlCommand|\bPRAGMA\b|\.CreateCommand\(")]
    private static partial Regex Sql();

    [GeneratedRegex("password|secret|apikey|privatekey|token$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"\b(password|pwd)\s*=\s*[^;\s]", RegexOptions.IgnoreCase)]
    private static partial Regex SecretValue();
}
