using MediatR;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>
/// Saves what the handler changed, together with its audit entry, in one <c>SaveChanges</c>, which is one transaction.
/// When somebody else was quicker (a version, a unique index or a state says so), the handler is asked again on what is true now and
/// answers with the breach or the conflict that a person can read.
/// </summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(GovDbContext db, AuditDraft audit)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    private const int Attempts = 5;

    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        if (request is not ICommand || audit.Depth > 1)
        {
            return await next(cancellationToken);
        }
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var response = await next(cancellationToken);
                if (response.Refusal is not null)
                {
                    db.ChangeTracker.Clear();
                    return response;
                }
                audit.AddSuccess(db);
                await Save(cancellationToken);
                return response;
            }
            catch (OvertakenException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
                audit.StartAnew(request);
            }
            catch (OvertakenException lost) when (lost.InnerException is DbUpdateException)
            {
                db.ChangeTracker.Clear();
                return TResponse.Refused(Outcome.WrongState("同时办理的人较多，本次没有保存。请稍后再试一次。"));
            }
        }
    }

    private async Task Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || DatabaseErrors.IsUniqueViolation(lost))
        {
            throw new OvertakenException("A version or a unique index says so.", lost);
        }
    }
}
