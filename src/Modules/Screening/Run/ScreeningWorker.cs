using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Screening.Vocabulary;

namespace WeChatBankGov.Screening.Run;

/// <summary>Wakes the worker of this host; the others look by themselves.</summary>
internal sealed class WorkSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => _channel.Writer.TryWrite(true);

    public async Task Wait(CancellationToken cancel) => await _channel.Reader.ReadAsync(cancel);
}

/// <summary>Screens the files and previews the changes of terms that wait: at once when one comes in here, and looking every few seconds for those left by others.</summary>
internal sealed class ScreeningWorker(
    FileScreening screening, ChangePreview previews, VocabularyShelf shelf, FileRetention retention, WorkSignal signal, TimeProvider clock, ILogger<ScreeningWorker> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        signal.Wake();
        await using var timer = clock.CreateTimer(_ => signal.Wake(), null, Period, Period);
        while (true)
        {
            await signal.Wait(stoppingToken);
            try
            {
                do
                {
                    // Between two files, so that the next begins with what another host may have published meanwhile.
                    await shelf.Refresh(stoppingToken);
                }
                while (await previews.RunNext(stoppingToken) || await screening.RunNext(stoppingToken));
                await retention.Run(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Screening failed; it is tried again within {Period}", Period);
            }
        }
    }
}
