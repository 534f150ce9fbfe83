using MediatR;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>
/// Outermost: a success is written in the same <c>SaveChanges</c> as the change (see <c>TransactionBehavior</c>); a refusal
/// or fault afterwards, in a context of its own, because the one of the request may hold half a change.
/// </summary>
internal sealed class AuditBehavior<TRequest, TResponse>(AuditDraft audit, IServiceScopeFactory scopes, IEnumerable<IRecordVisibility> visibilities)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        audit.Begin(request);
        try
        {
            var response = await next(cancellationToken);
            if (response.Refusal is { } refusal && audit.Depth == 1 && await IsWorthAnEntry(request, refusal))
            {
                await Write(request, () => audit.Refused(audit.HiddenRefusal ?? refusal));
            }
            return response;
        }
        catch (Exception fault) when (audit.Depth == 1 && fault is not OperationCanceledException && request is ICommand)
        {
            await Write(request, () => audit.Fault(fault));
            throw;
        }
        finally
        {
            audit.End();
        }
    }

    /// <summary>A query that finds nothing is no attempt at anything; one that is refused by authority is, whatever it heard.</summary>
    private async Task<bool> IsWorthAnEntry(TRequest request, Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.NotFound && audit.HiddenRefusal is null && request is IConcerns concerned
            && VisibilityOf(concerned, visibilities) is { } visibility
            && await visibility.WhyHidden(concerned.RecordId, CancellationToken.None) is { } breach)
        {
            audit.HiddenRefusal = Outcome.Forbidden(breach);
        }
        return request is ICommand || refusal.Kind == RefusalKind.Forbidden || audit.HiddenRefusal is not null;
    }

    /// <summary>An attempt on a step, an approval say, stands in the history of what the step is about, as its success does.</summary>
    private async Task NameSubject(TRequest request, IServiceProvider services)
    {
        if (request is IConcerns concerned && audit.SubjectId == concerned.RecordId
            && VisibilityOf(concerned, services.GetServices<IRecordVisibility>()) is { } visibility)
        {
            // Whoever hung up has tried all the same.
            audit.SubjectId = await visibility.SubjectOf(concerned.RecordId, CancellationToken.None);
        }
    }

    private static IRecordVisibility? VisibilityOf(IConcerns concerned, IEnumerable<IRecordVisibility> visibilities) =>
        visibilities.SingleOrDefault(v => v.RecordType == concerned.RecordType);

    private async Task Write(TRequest request, Func<AuditEntry> entry)
    {
        await using var scope = scopes.CreateAsyncScope();
        await NameSubject(request, scope.ServiceProvider);
        var db = scope.ServiceProvider.GetRequiredService<GovDbContext>();
        db.Add(entry());
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
