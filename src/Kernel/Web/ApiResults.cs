using MediatR;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Web;

/// <summary>From an outcome to an API answer.</summary>
public static class ApiResults
{
    /// <summary>200 with the value, or the problem.</summary>
    public static async Task<IResult> Ask<T>(this ISender sender, IRequest<Outcome<T>> request, CancellationToken cancel)
    {
        var outcome = await sender.Send(request, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.Ok(outcome.Value);
    }

    /// <summary>201 with the address of what was created and the value, or the problem.</summary>
    public static async Task<IResult> Create<T>(
        this ISender sender, IRequest<Outcome<T>> request, Func<T, string> location, CancellationToken cancel)
    {
        var outcome = await sender.Send(request, cancel);
        return outcome.Refusal is { } refusal
            ? Problems.Of(refusal)
            : TypedResults.Created(location(outcome.Value), outcome.Value);
    }

    /// <summary>204, or the problem.</summary>
    public static async Task<IResult> Do(this ISender sender, IRequest<Outcome<Unit>> request, CancellationToken cancel)
    {
        var outcome = await sender.Send(request, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }
}
