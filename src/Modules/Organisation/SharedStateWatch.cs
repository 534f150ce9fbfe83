using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Organisation.Calendar;
using WeChatBankGov.Organisation.RuleSwitches;

namespace WeChatBankGov.Organisation;

/// <summary>
/// Brings the calendar and the rule switches into memory before the host answers its first request, and looks twice a minute
/// whether another host changed them: two small queries.
/// </summary>
internal sealed class SharedStateWatch(
    CalendarKeeper calendar, RuleSwitchboard switches, TimeProvider clock, ILogger<SharedStateWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Refresh(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Refresh(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database may be away for a moment; what is in memory stays in force until it is back.
                log.LogWarning(fault, "The calendar and the rule switches could not be looked up.");
            }
        }
    }

    private async Task Refresh(CancellationToken cancel)
    {
        await calendar.Refresh(cancel);
        await switches.Refresh(cancel);
    }
}
