using MediatR;
using WeChatBankGov.Kernel.Audit;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>Fails closed: without the declared permission nothing behind it runs.</summary>
internal sealed class PermissionBehavior<TRequest, TResponse>(
    PermissionCatalogue permissions, CurrentPerson me, IEnumerable<IRecordVisibility> visibilities, AuditDraft audit)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var permission = permissions.Of(typeof(TRequest));
        if (permission.IsGrantedTo(me))
        {
            return await next(cancellationToken);
        }
        var refusal = Outcome.Forbidden(me.IsClient ? WithoutScope(permission) : permission.Refusal);
        audit.HiddenRefusal = refusal;
        return TResponse.Refused(await MayKnow(request, cancellationToken) ? refusal : Outcome.NotFound);
    }

    /// <summary>What a person is told (sign in, ask your e-banking) helps no script.</summary>
    private static Breach WithoutScope(Permission permission) => permission.Refusal with
    {
        Message = permission.Scope is { } scope ? $"令牌没有权限范围 {scope}（{permission.Title}）。" : $"接口客户端不能办理“{permission.Title}”，只能由人员登录办理。",
        Remedy = null,
    };

    private async Task<bool> MayKnow(TRequest request, CancellationToken cancel)
    {
        if (request is not IConcerns concerned)
        {
            return true;
        }
        var visibility = visibilities.SingleOrDefault(v => v.RecordType == concerned.RecordType)
            ?? throw new InvalidOperationException($"No visibility is registered for {concerned.RecordType.Name}.");
        return await visibility.IsVisible(concerned.RecordId, cancel);
    }
}
