namespace WeChatBankGov.IntegrationTests.App;

/// <summary>The tree that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of WeChatBankGov.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "WeChatBankGov.sln")))
        {
            folder = folder.Parent;
        }
        return folder.FullName;
    }
}
