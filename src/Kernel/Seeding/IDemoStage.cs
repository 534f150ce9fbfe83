using MediatR;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Seeding;

/// <summary>
/// Lets the demo bank's people act: the real commands, as a person, at a moment of the past. What they leave behind is what
/// the portal would hold had they really done it, the audit trail included.
/// </summary>
public interface IDemoStage
{
    /// <summary>Sends one request as a person.</summary>
    /// <param name="employeeNumber">Who acts.</param>
    /// <param name="beijing">When, Beijing time.</param>
    /// <param name="request">What they do. Throws when it is refused: the demo bank's people know the measures.</param>
    Task<T> Act<T>(string employeeNumber, DateTime beijing, IRequest<Outcome<T>> request);
}
