using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>The real program in a process of its own, on the machine's clock: for what only a kill can show.</summary>
internal sealed class ChildHost : IDisposable
{
    private readonly Process _process;

    private ChildHost(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>From the start of the process to its first page, the sign-in.</summary>
    public TimeSpan FirstPageAfter { get; private set; }

    /// <summary>Bytes; the most that was resident at any time until now.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    /// <summary>Bytes resident now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>What it has cost the processors until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it on that database with the demo bank and waits until it answers.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="program">The folder of the program; null for the one built with the tests.</param>
    public static async Task<ChildHost> Start(string connectionString, string? program = null)
    {
        program ??= AppContext.BaseDirectory;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = program,
            ArgumentList =
            {
                Path.Combine(program, "WeChatBankGov.Web.dll"), "--environment", "Testing", "--Urls", address.ToString(),
                "--Database:Provider", TestDatabase.Provider, "--Database:ConnectionString", connectionString,
                "--Demo:Enabled", "true", "--Demo:Applications", "false", "--Serilog:MinimumLevel:Default", "Error",
            },
        };
        var clock = Stopwatch.StartNew();
        var host = new ChildHost(Process.Start(start)!, address);
        try
        {
            await FirstAnswer(host._process, new(address, "/sign-in"));
        }
        catch
        {
            host.Dispose();
            throw;
        }
        host.FirstPageAfter = clock.Elapsed;
        return host;
    }

    /// <summary>Waits until the process answers at the page. Throws when it ends before, or takes more than a minute.</summary>
    public static async Task FirstAnswer(Process process, Uri page)
    {
        using var http = new HttpClient();
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(1); await Task.Delay(10))
        {
            try
            {
                if ((await http.GetAsync(page)).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            process.HasExited.ShouldBeFalse("the host ended before it answered");
        }
        throw new TimeoutException("The host did not answer within a minute.");
    }

    /// <summary>As the power cut does it: nothing is told, nothing is saved.</summary>
    public async Task Kill()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
