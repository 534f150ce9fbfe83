using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WeChatBankGov.Approval.Contracts;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Screening.Articles;
using WeChatBankGov.Screening.Cases;

namespace WeChatBankGov.Screening.Watch;

/// <summary>Watches the deadlines of R06-4 every minute: overdue cases go up to the head office, once.</summary>
internal sealed class CaseWatch(CasePass pass, TimeProvider clock, ILogger<CaseWatch> log) : BackgroundService
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
                log.LogError(fault, "Watching rectification failed; it is tried again in {Period}", Period);
            }
        }
    }
}

/// <summary>One look over all cases; each is dealt with by a command of the system in a scope of its own.</summary>
internal sealed class CasePass(IServiceScopeFactory scopes, IRuleSwitches switches, TimeProvider clock, ILogger<CasePass> log)
{
    /// <returns>How many were overdue and not yet with the head office.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        if (!switches.IsOn("R06-4"))
        {
            return 0;
        }
        var today = clock.BeijingToday();
        List<Guid> overdue;
        await using (var scope = scopes.CreateAsyncScope())
        {
            overdue = await scope.ServiceProvider.GetRequiredService<GovDbContext>().Set<RectificationCase>()
                .Where(c => c.State != CaseState.Closed && c.EscalatedAt == null && c.Due < today).OrderBy(c => c.Due).Select(c => c.Id).ToListAsync(cancel);
        }
        foreach (var id in overdue)
        {
            await Escalate(id, cancel);
        }
        return overdue.Count;
    }

    /// <summary>What is wrong with one case is no reason to leave the others with whoever let them become overdue.</summary>
    private async Task Escalate(Guid id, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var outcome = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new EscalateCase.Command(id), cancel);
            if (outcome.Refusal is { } refusal)
            {
                log.LogWarning("The overdue case {Case} did not go up to the head office: {Refusal}", id, refusal.Summary);
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogError(fault, "The overdue case {Case} did not go up to the head office; it is tried again at the next look", id);
        }
    }
}

/// <summary>逾期整改报总行: a command of the system; done twice it does nothing.</summary>
internal static class EscalateCase
{
    [Permission(ScreeningPermissions.Watch)]
    [AuditedAs("逾期整改报总行")]
    internal sealed record Command(Guid CaseId) : ICommand<Unit>;

    internal sealed class Handler(GovDbContext db, CaseNews news, ITimeline timeline, TimeProvider clock, AuditDraft audit) : ICommandHandler<Command, Unit>
    {
        public async Task<Outcome<Unit>> Handle(Command command, CancellationToken cancellationToken)
        {
            audit.Silent = true;
            var @case = await db.Set<RectificationCase>().SingleOrDefaultAsync(c => c.Id == command.CaseId, cancellationToken);
            if (@case is null || @case.EscalatedAt is not null || !@case.IsOverdue(clock.BeijingToday()))
            {
                return Outcome.Done;
            }
            @case.Escalate(clock.UtcNow());
            await news.Escalated(@case, cancellationToken);
            timeline.Add(@case.Id, "逾期未整改，报总行督办", $"期限{DayFormat.Day(@case.Due)}。", 6);
            (audit.Silent, audit.SubjectId, audit.Detail) = (false, @case.Id, $"{@case.Number} {@case.InstitutionName}");
            return Outcome.Done;
        }
    }
}

/// <summary>A year's arrangement was imported: the deadlines of cases that are not overdue are computed anew.</summary>
internal sealed class WhenCalendarChanges(GovDbContext db, ScreeningSettings settings, TimeProvider clock) : INotificationHandler<CalendarChanged>
{
    public async Task Handle(CalendarChanged notification, CancellationToken cancellationToken)
    {
        var today = clock.BeijingToday();
        var open = await db.Set<RectificationCase>()
            .Where(c => c.State != CaseState.Closed && c.EscalatedAt == null && c.Due >= today).ToListAsync(cancellationToken);
        foreach (var @case in open)
        {
            var due = RectificationRules.DueFor(@case.OpenedOn, settings.RectificationDays, notification.After);
            if (due.Date != @case.Due || due.Provisional != @case.DueIsProvisional)
            {
                @case.MoveDue(due);
            }
        }
    }
}
