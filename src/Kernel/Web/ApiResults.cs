using MediatR;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Calendar;
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

    /// <summary>The file, or the problem.</summary>
    /// <param name="sender">Sends it through the pipeline.</param>
    /// <param name="request">The export, which is an entry of the audit trail.</param>
    /// <param name="format">csv or xlsx; null means CSV.</param>
    /// <param name="clock">For the day in the file's name.</param>
    /// <param name="cancel">Cancels the request; the rows stop with the connection.</param>
    public static async Task<IResult> Export(
        this ISender sender, IRequest<Outcome<Table>> request, string? format, TimeProvider clock, CancellationToken cancel)
    {
        if (format is not (null or "csv" or "xlsx"))
        {
            return Problems.Of(Outcome.Shape("format", "参数 format 只能是 csv、xlsx。"));
        }
        var outcome = await sender.Send(request, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : outcome.Value.As(format, clock.BeijingToday());
    }

    /// <summary>204, or the problem.</summary>
    public static async Task<IResult> Do(this ISender sender, IRequest<Outcome<Unit>> request, CancellationToken cancel)
    {
        var outcome = await sender.Send(request, cancel);
        return outcome.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }
}
