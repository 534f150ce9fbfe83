using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace WeChatBankGov.Registration.Verification;

/// <summary>
/// Watches the deadlines of article 7 every minute: only notifies and records. What an account may do is asked of the clock
/// itself, so that a host that stands still lets nothing through.
/// </summary>
internal sealed class VerificationWatch(VerificationPass pass, TimeProvider clock, ILogger<VerificationWatch> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await pass.Run(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "Watching the deadlines failed; it is tried again in {Period}", Period);
            }
        }
    }
}
