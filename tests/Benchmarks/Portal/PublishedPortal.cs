using System.Diagnostics;
using System.Runtime.InteropServices;
using WeChatBankGov.IntegrationTests.App;

namespace WeChatBankGov.Benchmarks.Portal;

/// <summary>The program as a bank gets it: published for this machine, beside the tree's own build (docs/operations.md).</summary>
internal static class PublishedPortal
{
    /// <summary>Publishes it and returns its folder. Where the compiler for the machine can't be had, without it, and says so.</summary>
    public static string Make()
    {
        if (!Publish("true"))
        {
            Console.WriteLine("Published without ReadyToRun, whose compiler could not be restored: the start takes longer so.");
            if (!Publish("false"))
            {
                throw new InvalidOperationException("The portal could not be published.");
            }
        }
        return Folder;
    }

    private static string Folder => Path.Combine(Repository.Root, "artifacts", "portal");

    private static bool Publish(string readyToRun)
    {
        string[] arguments =
        [
            "publish", Path.Combine("src", "Web"), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
            $"-p:PublishReadyToRun={readyToRun}", "--artifacts-path", "artifacts", "-o", Folder, "-v", "q", "--nologo",
        ];
        using var publish = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = Repository.Root })!;
        publish.WaitForExit();
        return publish.ExitCode == 0;
    }
}
