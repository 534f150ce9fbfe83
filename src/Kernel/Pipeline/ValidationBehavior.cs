using System.Text.Json;
using FluentValidation;
using MediatR;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>Shape only: lengths, formats, what is missing. Rules of the measures are the handler's.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IOutcome<TResponse>
{
    private static readonly Func<TRequest, int>? VersionOf = typeof(TRequest).IsAssignableTo(typeof(ICommand))
        && typeof(TRequest).GetProperty("Version") is { } version && version.PropertyType == typeof(int)
            ? version.GetMethod!.CreateDelegate<Func<TRequest, int>>()
            : null;

    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // Not "somebody has changed it": whoever sends no version has not read the record.
        var breaches = VersionOf?.Invoke(request) == 0
            ? new List<Breach> { Breach.OfShape("version", "请提供版本号：先读取这条记录，再把其中的 version 一并提交。") }
            : null;
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            foreach (var failure in result.Errors)
            {
                (breaches ??= []).Add(Breach.OfShape(FieldName(failure.PropertyName), failure.ErrorMessage));
            }
        }
        return breaches is null
            ? await next(cancellationToken)
            : TResponse.Refused(new Refusal(RefusalKind.Shape, breaches));
    }

    /// <summary>Form.Administrator.Mobile → administrator.mobile, as the API spells it.</summary>
    internal static string FieldName(string property) => string.Join('.',
        property.Split('.').Where((part, i) => i > 0 || part is not "Form").Select(JsonNamingPolicy.CamelCase.ConvertName));
}
