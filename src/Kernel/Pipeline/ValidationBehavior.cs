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
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        List<Breach>? breaches = null;
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
