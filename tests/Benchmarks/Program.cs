using WeChatBankGov.Benchmarks.Engine;
using WeChatBankGov.Benchmarks.Import;
using WeChatBankGov.Benchmarks.Limit;
using WeChatBankGov.Benchmarks.Portal;

// What to measure: portal, engine, import; nothing named is all. "limit" is the hand-written server that the portal benchmark starts beside it.
if (args is ["limit", var database, var address, var page])
{
    await LimitServer.Run(database, address, page);
    return;
}
if (args.Length == 0 || args.Contains("portal"))
{
    await PortalBenchmark.Run(Environment.ProcessPath!);
}
if (args.Length == 0 || args.Contains("engine"))
{
    EngineBenchmark.Run();
}
if (args.Length == 0 || args.Contains("import"))
{
    await ImportBenchmark.Run();
}
