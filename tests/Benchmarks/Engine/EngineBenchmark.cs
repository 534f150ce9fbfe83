using System.Buffers;
using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using WeChatBankGov.Text;

namespace WeChatBankGov.Benchmarks.Engine;

/// <summary>
/// The screening engine over texts without a hit, on one thread, beside the fastest search there is, which sees through nothing, and
/// beside the straightforward way, which sees through little.
/// </summary>
[MemoryDiagnoser(displayGenColumns: false)]
public class EngineBenchmark
{
    private const long Megabytes = 74;

    private static readonly string[] Terms = [.. Term.OfBank().Select(term => term.Text)];

    private string[] _texts = [];
    private readonly Screener _screener = new(Term.OfBank());
    private readonly SearchValues<string> _search = SearchValues.Create(Terms, StringComparison.Ordinal);
    private readonly string[] _folded = [.. Terms.Select(Fold)];

    [ParamsAllValues]
    public TextKind Texts { get; set; }

    [GlobalSetup]
    public void Setup() => _texts = TextsWithoutHit.Of(Texts, _screener, Megabytes * 1_000_000);

    /// <summary>All disguises, boundaries and exceptions.</summary>
    [Benchmark(Description = "Screener")]
    public int All()
    {
        var hits = 0;
        foreach (var text in _texts)
        {
            hits += _screener.Screen(text).Count;
        }
        return hits;
    }

    /// <summary>The raw text, no disguise.</summary>
    [Benchmark(Description = "SearchValues<string>")]
    public int Raw()
    {
        var hits = 0;
        foreach (var text in _texts)
        {
            hits += text.AsSpan().ContainsAny(_search) ? 1 : 0;
        }
        return hits;
    }

    /// <summary>Compatibility forms and case.</summary>
    [Benchmark(Description = "Normalize, ToLowerInvariant, Contains")]
    public int Straightforward()
    {
        var hits = 0;
        foreach (var text in _texts)
        {
            var folded = Fold(text);
            foreach (var term in _folded)
            {
                hits += folded.Contains(term, StringComparison.Ordinal) ? 1 : 0;
            }
        }
        return hits;
    }

    internal static void Run()
    {
        Console.WriteLine($"Screening engine over {Megabytes} MB (UTF-8) of short texts without a hit");
        var config = ManualConfig.CreateEmpty().AddColumnProvider(DefaultColumnProviders.Instance).AddLogger(NullLogger.Instance)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.DontLogOutput)).WithOptions(ConfigOptions.DisableLogFile);
        foreach (var report in BenchmarkRunner.Run<EngineBenchmark>(config).Reports)
        {
            Console.WriteLine(Line(report));
        }
    }

    private static string Line(BenchmarkReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{report.BenchmarkCase.Parameters["Texts"],-12}{report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo,-40}{Megabytes * 1e9 / report.ResultStatistics!.Mean,8:N0} MB/s"
        + $"{report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0,16:N0} bytes allocated");

    private static string Fold(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
